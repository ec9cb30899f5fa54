import ArgumentParser
import Lessons
import Notebook
import Site
import Terminal

/// What `build` and `serve` share: the course, where its site goes and how it looks.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The course's folder; the course when left out.", completion: .directory)
  var course: String?

  @Option(name: .shortAndLong, help: "Where the site goes.", completion: .directory)
  var output = "_site"

  @Option(
    help: ArgumentHelp(
      "The folder of templates, style and scripts; the course's own when left out.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var theme: String?

  var themeDirectory: String {
    theme ?? CourseLocation.theme(for: CourseLocation.directory(course))
  }

  func publish(
    siteURL: String? = nil,
    publishingErrors: Bool = false
  ) throws -> SitePublisher.Summary {
    let location = CourseLocation.directory(course)
    guard FileBytes.exists("\(location)/\(Course.contentsFile)") else {
      throw SiteError(
        .missing,
        location,
        "there is no course here",
        hint: "a course is a folder with a list of its lessons, \(Course.contentsFile)"
      )
    }
    let reader = LessonReader(renderer: .ofThisTool())
    var publisher = try SitePublisher(
      course: Course(directory: location),
      themeDirectory: themeDirectory,
      start: Session(data: CourseData(directory: location).store),
      read: { try reader.read(path: $0) }
    )
    publisher.siteURL = siteURL
    publisher.publishesErrors = publishingErrors
    return try publisher.publish(to: output, executable: CourseLocation.executable)
  }

  /// One line on a build.
  func text(_ summary: SitePublisher.Summary) -> String {
    summary.pages == 0 ? "\(output): nothing changed" : "\(output): \(summary.pages) pages"
  }

  /// Says what stood in the way and how the tool ends with that.
  @discardableResult
  func report(_ error: any Error, _ console: Console) -> ExitCode {
    switch error {
    case let error as SiteError:
      console.report(LessonError(file: error.path, message: error.message, hint: error.hint))
      return ExitCode(error.exitCode)
    case let error as LessonError:
      console.report(error)
    case let faults as LessonFaults:
      for error in faults.errors { console.report(error) }
    default:
      console.report(LessonError(file: output, message: "\(error)"))
    }
    return ExitStatus.inError
  }
}
