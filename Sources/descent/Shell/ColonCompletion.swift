import Lessons
import Notebook
import System
import Terminal

/// What Tab offers behind a colon: the commands of the place where one is, then what they
/// take.
struct ColonCompletion {
  let course: Course
  /// The open lesson.
  let lesson: Lesson?
  let session: Session

  func candidates(_ before: String) -> [Candidate] {
    let word = before.dropFirst().prefix { $0 != " " }
    let behind = before.utf8.count - before.dropFirst(word.count + 1).utf8.count
    guard behind < before.utf8.count else {
      return WalkCommand.all(in: place).filter { $0.rawValue.hasPrefix(word) }
        .map { Candidate(text: ":" + $0.rawValue, summary: $0.summary(in: place), start: 0) }
    }
    let argument = String(before.dropFirst(word.count + 1).drop { $0 == " " })
    let start = before.utf8.count - argument.utf8.count
    switch WalkCommand(rawValue: String(word))?.operand(in: place) {
    case .lesson?:
      return course.entries.filter { $0.name.hasPrefix(argument) }
        .map { Candidate(text: $0.name, summary: $0.title, start: start) }
    case .file?: return files(argument, start)
    case .step?:
      return (lesson?.steps ?? []).filter { $0.anchor.hasPrefix(argument) && !$0.anchor.isEmpty }
        .map { Candidate(text: $0.anchor, summary: $0.title, start: start) }
    case .statement?:
      return session.candidates(argument, argument.utf8.count).map {
        Candidate(text: $0.text, summary: $0.summary, start: $0.start + start)
      }
    case .count?, nil: return []
    }
  }

  private var place: WalkCommand.Place { lesson == nil ? .notebook : .lesson }

  /// The files and folders that a path can go on to.
  private func files(_ typed: String, _ start: Int) -> [Candidate] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let names = (try? Folder(folder.isEmpty ? "." : HomePath.expanded(folder)).names()) ?? []
    return names.filter { !$0.hasPrefix(".") && (folder + $0).hasPrefix(typed) }.map { name in
      let isFolder = FileStatus(HomePath.expanded(folder) + name)?.kind == .folder
      return Candidate(text: folder + name + (isFolder ? "/" : ""), summary: "", start: start)
    }
  }
}

extension Session {
  func candidates(_ line: String, _ cursor: Int) -> [Candidate] {
    completions(for: line, cursor: cursor).map {
      Candidate(text: $0.text, summary: $0.summary, start: $0.start)
    }
  }
}
