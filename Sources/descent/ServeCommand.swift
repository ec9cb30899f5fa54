import ArgumentParser
import Lessons
import Site
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `descent serve`: the site in a browser while one writes; pages load again when a file changes.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the course's site, and show it again when a lesson changes.",
    discussion: "Only browsers on this machine can see it. Control-C ends it."
  )

  @OptionGroup var site: SiteOptions

  @Option(help: "Where it listens on 127.0.0.1.")
  var port: UInt16 = 8000

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let server = SiteServer(folder: site.output, port: port)
    let location = CourseLocation.directory(site.course)
    var watch = SourceWatch([location, site.theme])
    build(console)
    server.start()
    console.output.writeLine("\(server.address)")
    console.output.flush()
    while true {
      usleep(300_000)
      if let failure = server.failure {
        console.report(LessonError(file: server.address, message: "cannot listen: \(failure)"))
        throw ExitStatus.cannotWrite
      }
      if watch.hasChanged() {
        build(console)
        server.announceChange()
      }
    }
  }

  /// A build that fails says why, and the site stays as it was.
  private func build(_ console: Console) {
    do {
      let summary = try site.publish(publishingErrors: true)
      for error in summary.errors { console.report(error) }
      console.output.writeLine(site.text(summary))
    } catch {
      site.report(error, console)
    }
    console.output.flush()
  }
}
