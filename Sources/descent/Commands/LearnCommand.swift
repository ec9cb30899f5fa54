import ArgumentParser
import Lessons
import Notebook
import System
import Terminal
import Typesetting

/// `descent learn`: the shell, and the walk through a lesson.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn a lesson, or play with the notebook.",
    discussion: """
      Without a lesson: the contents with what is done, and a notebook to play with; Enter goes on \
      where you left. Where standard input is no terminal the contents are printed. The course is \
      the folder one stands in, else its 'lessons', else the one that came with the tool; a lesson's \
      path, or a course's folder, names another.
      """
  )

  @Argument(
    help: "A lesson by its name or number, with a step: 10-adam, adam, 10, adam#exercise.",
    completion: .custom { LessonNames.beginning(with: $2) }
  )
  var lesson: String?

  @Flag(inversion: .prefixedNo, help: "Run startup.descent of ~/.config/descent first.")
  var startup = true

  @OptionGroup var place: CourseOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let (lesson, course, display, startup) = (lesson, place.course, display, startup)
    try MainActor.assumeIsolated {
      try Self.open(lesson, course: course, display.console, runsStartUp: startup)
    }
  }

  /// Opens a lesson, or the contents.
  @MainActor
  static func open(
    _ lesson: String?,
    course named: String? = nil,
    _ console: Console,
    runsStartUp: Bool = true
  ) throws {
    let renderer = MarkdownRenderer.ofThisTool()
    let location = CourseLocation(named, renderer: renderer)
    let parts = (lesson ?? "").split(separator: "#", maxSplits: 1).map { String($0) }
    let step = parts.count > 1 ? parts[1] : nil
    let name = parts.first
    let found = try console.found { () throws(LocatedError) in
      try location.place(name, isPath: named == nil)
    }
    let library = try console.found { () throws(LocatedError) in
      try Library(course: found.course, renderer: renderer, console: console)
    }
    var wanted = found.entry.map { (entry: $0, step: step) }
    if let name, !found.isPath {
      guard let entry = found.course.entry(named: name) else {
        console.report(library.unknown(name))
        throw ExitStatus.noInput
      }
      wanted = (entry, step)
    }
    guard console.isInteractive else {
      if let wanted { try library.check(wanted.entry, step: wanted.step) }
      console.output.write(library.contents(console.prefersASCII))
      return try console.finish()
    }
    defer { console.output.flush() }
    let startUp = runsStartUp ? HomePath.setting("startup.descent") : nil
    try Shell(library: library, console: console).run(opening: wanted, startUp: startUp)
  }
}
