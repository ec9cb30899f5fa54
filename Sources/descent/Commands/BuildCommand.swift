import ArgumentParser
import Lessons
import Site
import System
import Terminal

/// `descent build`: the course as a site that any static host, or a folder, can show.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the course's site.",
    discussion: """
      Every lesson is checked as 'descent test --all' does, and what its cells put out is written \
      into the page; nothing is published that fails (exit 1), unless --unchecked is given. The \
      new site takes the old one's place in one step; a build that fails leaves the old one as it \
      was.
      """
  )

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("Its address: adds a site map and cards for links.", valueName: "url"))
  var siteURL: String?

  @Flag(help: "Build all anew, whatever changed.")
  var force = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    StopSignal.install()
    if let siteURL, !SiteAddress.isAbsolute(siteURL) {
      console.report(
        LocatedError(file: "--site-url", message: "'\(siteURL)' is not " + SiteAddress.wanted)
      )
      throw ExitStatus.usage
    }
    do {
      let summary = try site.publish(siteURL: siteURL, isForced: force)
      site.report(summary.failures, console)
      console.output.writeLine(site.text(summary))
    } catch {
      throw site.report(error, console)
    }
    try console.finish()
  }
}
