import Lessons
import Notebook
import System
import Terminal
import Typesetting

/// What the shell does with files that the learner names.
extension Shell {
  /// `:save FILE`.
  func save(_ text: String, to file: String) {
    let path = HomePath.expanded(file)
    if NamedFile.exists(path) {
      return console.report(
        LocatedError(file: path, message: "is there already", hint: "choose another name")
      )
    }
    do {
      try WholeFile.write(Array(text.utf8), to: path)
      say("Saved as \(path).")
      // A file outside of the course has no data of its own.
      let course = library.course.directory
      let isOutside = NamedFile.absolute(course) != NamedFile.absolute(NamedFile.split(path).folder)
      if isOutside, library.data.files.contains(where: { text.contains($0 + ".") }) {
        say("Its data are the course's: descent test --course \(course) \(path)")
      }
    } catch {
      console.report(LocatedError(error))
    }
  }

  /// `:load FILE` and `:run FILE`.
  func load(_ file: String, isShown: Bool) {
    if let file = read(HomePath.expanded(file), shownAs: file, isShown: isShown) { take(file) }
  }

  /// The file that a learner wants to be run at the start, where there is one.
  func begin(with path: String) {
    guard NamedFile.exists(path), let file = read(path, shownAs: path, isShown: false) else {
      return
    }
    show(notebook.begin(with: file).text)
  }

  /// A script or a lesson; nil where it cannot be read, which was said then.
  private func read(_ path: String, shownAs name: String, isShown: Bool) -> WalkFile? {
    if let obstacle = InputFile.obstacle(path) {
      console.report(LocatedError(file: name, message: obstacle))
      return nil
    }
    do {
      let script = try Script(path: path) { try library.reader.read(path: $0) }
      return WalkFile(name, isShown: isShown, play: try script.whole())
    } catch let error as LocatedError {
      console.report(error)
    } catch let faults as LessonFaults {
      for fault in faults.errors { console.report(fault) }
    } catch {
      console.report(LocatedError(file: name, message: "\(error)"))
    }
    return nil
  }

  /// `:data FILE`: the table is the notebook's, for a lesson has its course's data only.
  func bring(_ words: String) {
    do throws(LocatedError) {
      show(notebook.take(try OwnTable.read(words)))
    } catch {
      console.report(error)
    }
  }

  /// `:write FILE`.
  func write(_ bytes: [UInt8], to file: String) {
    let path = HomePath.expanded(file)
    do throws(SystemError) {
      try WholeFile.write(bytes, to: path)
      say("Written to \(path).")
    } catch {
      console.report(LocatedError(error))
    }
  }

  /// `:edit`: what comes back from the editor is handed in like a line that was typed.
  func edit(_ text: String) {
    do {
      guard let edited = try TextEditor.edited(text) else {
        return say("The editor ended with an error; nothing was run.")
      }
      var lines = edited.split(separator: "\n", omittingEmptySubsequences: false)
      while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
      if lines.isEmpty { return say("Nothing was written, and nothing was run.") }
      let entry = lines.joined(separator: "\n")
      show(Session.highlighted(entry))
      editor.keep(entry)
      enter(entry)
    } catch {
      console.report(LocatedError(error))
    }
  }
}
