import ArgumentParser
import Lessons
import Notebook
import Site
import System
import Terminal

/// What `build` and `serve` share: the course, where its site goes and how it looks.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The course's folder; the course when left out.", completion: .directory)
  var course: String?

  @Option(name: .shortAndLong, help: "Where the site goes.", completion: .directory)
  var output = SitePublisher.usualOutput

  @Option(
    help: ArgumentHelp(
      "Keep this file or folder of the site there, too; .git and CNAME are always kept.",
      valueName: "name"
    )
  )
  var keep: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder of templates, style and scripts; the course's own when left out.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var theme: String?

  @OptionGroup var place: CourseOptions

  /// The course; exit 66 where there is none.
  func found(_ renderer: MarkdownRenderer) throws(LocatedError) -> Course {
    try CourseLocation(course ?? place.course, renderer: renderer).course()
  }

  /// The theme named, or the course's own, over the one that came with the tool.
  func themes(for course: Course) -> [String] {
    let own = theme ?? CourseLocation.theme(of: course)
    let builtIn = CourseLocation.builtInTheme
    return [own, builtIn].compactMap { $0 }
  }

  @Flag(
    name: [.customLong("unchecked"), .customLong("keep-going")],
    help: "Publish what fails its check too, and say so on every page."
  )
  var unchecked = false

  func publish(
    siteURL: String? = nil,
    showingFailures showsFailures: Bool = false,
    isForced: Bool = false
  ) throws -> SitePublisher.Summary {
    let reader = LessonReader(renderer: .ofThisTool())
    let course: Course
    let data: DataStore
    do {
      course = try found(reader.renderer)
      data = try CourseData(directory: course.directory).store
    } catch {
      throw SiteError(.missing, error.file, error.message, hint: error.hint)
    }
    let host = Host(isInterrupted: { StopSignal.exitCode != nil })
    var publisher = SitePublisher(
      checker: CourseChecker(
        course: course,
        reader: reader,
        options: .init(includesSlow: true),
        start: { LessonStart($0.start, data: data, host: host) }
      ),
      data: data,
      themes: themes(for: course)
    )
    publisher.siteURL = siteURL ?? course.settings.url
    publisher.publishesFailures = unchecked || showsFailures
    publisher.isUnchecked = unchecked
    publisher.isForced = isForced
    publisher.keptNames = keep
    publisher.isStopped = { StopSignal.exitCode != nil }
    return try publisher.publish(to: output, executable: ThisProgram.path)
  }

  func validate() throws {
    for name in keep where ["", ".", ".."].contains(name) || name.contains("/") {
      throw ValidationError("--keep wants a name in the site's folder, not '\(name)'")
    }
  }

  /// One line on a build.
  func text(_ summary: SitePublisher.Summary) -> String {
    let pages = CountText.of(summary.pages, "page")
    return summary.pages == 0 ? "\(output): nothing changed" : "\(output): \(pages)"
  }

  /// Every failure, and how many there are.
  func report(_ failures: CheckReport, _ console: Console) {
    if failures.failureCount == 0 { return }
    console.output.flush()
    for text in failures.lessons.flatMap(\.failureTexts) { console.errors.writeLine(text) }
  }

  /// Says what stood in the way and how the tool ends with that.
  @discardableResult
  func report(_ error: any Error, _ console: Console) -> ExitCode {
    switch error {
    case is SitePublisher.Stopped: return ExitCode(StopSignal.exitCode ?? 130)
    case let error as SitePublisher.Unproven:
      report(error.report, console)
      return ExitCode(error.report.exitCode)
    case let error as SiteError:
      console.report(LocatedError(file: error.path, message: error.message, hint: error.hint))
      return ExitCode(error.exitCode)
    case let error as LocatedError:
      console.report(error)
    case let faults as LessonFaults:
      for error in faults.errors { console.report(error) }
    default:
      console.report(LocatedError(file: output, message: "\(error)"))
    }
    return ExitStatus.inError
  }
}
