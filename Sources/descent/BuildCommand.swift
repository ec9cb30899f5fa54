import ArgumentParser
import Glibc
import Lessons
import Site
import Typesetting

/// `descent build`: the course as a site that any static host, or a folder, can show.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the course's site.",
    discussion: """
      Every cell is run and its output written into the page. The new site takes the old one's \
      place in one step, so a build that fails leaves the old one as it was.
      """
  )

  @Argument(help: "The course's folder.")
  var course = "lessons"

  @Option(name: .shortAndLong, help: "Where the site goes.")
  var output = "_site"

  @Option(help: "The folder of templates, style and scripts.")
  var theme = "site"

  @Option(help: "The address it will have: adds a site map and cards for links.")
  var siteURL: String?

  func run() throws {
    let reader = LessonReader(renderer: .ofThisTool())
    do {
      let publisher = try SitePublisher(
        course: Course(directory: course),
        themeDirectory: theme,
        siteURL: siteURL,
        read: { try reader.read(path: $0) },
        run: { _ in CellOutputs() }
      )
      let summary = try publisher.publish(to: output)
      print("\(output): \(summary.pages) pages")
    } catch let error as SiteError {
      Errors.write(error.text)
      throw ExitCode(error.exitCode)
    } catch let error as LessonError {
      Errors.write(error.text)
      throw ExitCode(2)
    } catch let error as LessonFaults {
      for fault in error.errors { Errors.write(fault.text) }
      throw ExitCode(2)
    }
  }
}

private enum Errors {
  static func write(_ text: String) {
    let line = Array((VisibleControls.visible(text) + "\n").utf8)
    _ = line.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
