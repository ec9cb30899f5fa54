import ArgumentParser
import Lessons
import Notebook
import Site
import Terminal

/// `descent build`: the course as a site that any static host, or a folder, can show.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the course's site.",
    discussion: """
      Every cell is run and its output written into the page. The new site takes the old one's \
      place in one step; a build that fails leaves the old one as it was.
      """
  )

  @Argument(help: "The course's folder; the course when left out.")
  var course: String?

  @Option(name: .shortAndLong, help: "Where the site goes.")
  var output = "_site"

  @Option(help: ArgumentHelp("The folder of templates, style and scripts.", valueName: "folder"))
  var theme = "site"

  @Option(help: ArgumentHelp("Its address: adds a site map and cards for links.", valueName: "url"))
  var siteURL: String?

  @Flag(help: "Publish in spite of errors in cells.")
  var keepGoing = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let location = CourseLocation.directory(course)
    let reader = LessonReader(renderer: .ofThisTool())
    do {
      var publisher = try SitePublisher(
        course: Course(directory: location),
        themeDirectory: theme,
        start: Session(data: CourseData(directory: location).store),
        read: { try reader.read(path: $0) }
      )
      publisher.siteURL = siteURL
      publisher.publishesErrors = keepGoing
      let summary = try publisher.publish(to: output)
      for error in summary.errors { console.report(error) }
      console.output.writeLine("\(output): \(summary.pages) pages")
      console.output.flush()
    } catch let error as SiteError {
      console.report(LessonError(file: error.path, message: error.message, hint: error.hint))
      throw ExitCode(error.exitCode)
    } catch let error as LessonError {
      console.report(error)
      throw ExitStatus.inError
    } catch let faults as LessonFaults {
      for error in faults.errors { console.report(error) }
      throw ExitStatus.inError
    }
  }
}
