import ArgumentParser
import Lessons
import Notebook
import Terminal
import Typesetting

/// `descent learn`: the shell, and the walk through a lesson.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn a lesson, or play with the notebook.",
    discussion: """
      Without a lesson: the contents with what is done, and a notebook to play with; Enter goes on \
      where you left. Where standard input is no terminal the contents are printed.
      """
  )

  @Argument(
    help: "A lesson by its name or number, with a step: 05-adam, adam, 5, adam#exercise.",
    completion: .custom { LessonNames.beginning(with: $2) }
  )
  var lesson: String?

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let (lesson, display) = (lesson, display)
    try MainActor.assumeIsolated { try Self.open(lesson, display.console) }
  }

  /// Opens a lesson, or the contents.
  @MainActor
  static func open(_ lesson: String?, _ console: Console) throws {
    let directory = CourseLocation.directory()
    let course: Course
    do {
      course = try Course(directory: directory)
    } catch {
      console.report(error)
      throw ExitStatus.noInput
    }
    let library = Library(course: course, console: console)
    var wanted: (entry: Course.Entry, step: String?)?
    if let lesson {
      let parts = lesson.split(separator: "#", maxSplits: 1).map { String($0) }
      let name = parts.first ?? ""
      guard let entry = course.entry(named: name) else {
        console.report(library.unknown(name))
        throw ExitStatus.noInput
      }
      wanted = (entry, parts.count > 1 ? parts[1] : nil)
    }
    guard console.isInteractive else {
      if let wanted { try library.check(wanted.entry, step: wanted.step) }
      console.output.write(library.contents(console.prefersASCII))
      return try console.finish()
    }
    defer { console.output.flush() }
    try Shell(library: library, console: console).run(opening: wanted)
  }
}
