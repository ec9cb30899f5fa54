import ArgumentParser
import Lessons
import Terminal

/// `--course`, for commands whose argument is something else.
struct CourseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The course: its folder, or a lesson in it; the one at hand when left out.",
      valueName: "path"
    ),
    completion: .directory
  )
  var course: String?

  func location(_ renderer: MarkdownRenderer = .ofThisTool()) -> CourseLocation {
    CourseLocation(course, renderer: renderer)
  }
}

extension Console {
  /// What stands at the place of a course; where there is none the tool ends.
  func found<Value>(_ look: () throws(LocatedError) -> Value) throws -> Value {
    do {
      return try look()
    } catch {
      report(error)
      throw ExitStatus.noInput
    }
  }
}
