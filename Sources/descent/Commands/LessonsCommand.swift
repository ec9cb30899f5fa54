import ArgumentParser
import Lessons
import Notebook
import Terminal
import Typesetting

/// `descent lessons`: the course's contents.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons, with what is done."
  )

  @Argument(
    help: "The course: its folder, or a lesson in it; the one at hand when left out.",
    completion: .directory
  )
  var path: String?

  @OptionGroup var place: CourseOptions

  @Flag(help: "One JSON object for each lesson.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let renderer = MarkdownRenderer.ofThisTool()
    let location = CourseLocation(path ?? place.course, renderer: renderer)
    let course = try console.found { () throws(LocatedError) in
      try location.course(orInstalled: true)
    }
    let library = try console.found { () throws(LocatedError) in
      try Library(course: course, renderer: renderer, console: console)
    }
    if json {
      let progress = library.progress()
      for entry in course.entries {
        let id = library.identifier(of: entry)
        console.output.writeLine(
          JSONText.object([
            ("name", JSONText.string(entry.name)), ("id", JSONText.string(id)),
            ("title", JSONText.string(entry.title)), ("summary", JSONText.string(entry.summary)),
            ("finished", progress[id].isFinished ? "true" : "false"),
            ("part", JSONText.string(library.part(of: entry))),
            ("course", JSONText.string(course.title)),
          ])
        )
      }
    } else {
      console.output.write(library.contents(console.prefersASCII, isWhole: true))
    }
    try console.finish()
  }
}
