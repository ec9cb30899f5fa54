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

  @Flag(help: "One JSON object for each lesson.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let course: Course
    do {
      course = try Course(directory: CourseLocation.directory())
    } catch {
      console.report(error)
      throw ExitStatus.noInput
    }
    let library = Library(course: course, console: console)
    if json {
      let progress = library.progress()
      for entry in course.entries {
        let id = library.identifier(of: entry)
        console.output.writeLine(
          JSONText.object([
            ("name", JSONText.string(entry.name)), ("id", JSONText.string(id)),
            ("title", JSONText.string(entry.title)), ("summary", JSONText.string(entry.summary)),
            ("finished", progress[id].isFinished ? "true" : "false"),
          ])
        )
      }
    } else {
      console.output.write(library.contents(console.prefersASCII))
    }
    try console.finish()
  }
}
