import ArgumentParser
import Lessons
import Site
import System
import Terminal

/// `descent serve`: the site in a browser while one writes; pages load again when a file changes.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the course's site, and show it again when a lesson changes.",
    discussion: """
      Only browsers on this machine can see it. Its address is printed once it is built. What \
      fails its check is said here and shown at its place on the page; where a lesson cannot be \
      read the site stays as it was. Control-C ends it.
      """
  )

  @OptionGroup var site: SiteOptions

  @Option(help: "Where it listens: a port, or 0 for any; 8000 or the next free one when left out.")
  var port: UInt16?

  @OptionGroup var display: DisplayOptions

  private static let usualPorts: ClosedRange<UInt16> = 8000...8019
  private static let interval = 250

  func run() throws {
    let console = display.console
    StopSignal.install()
    let listener = try listener(console)
    let server = SiteServer(folder: site.output, listener: listener)
    let course = try console.found { () throws(LocatedError) in try site.found(.ofThisTool()) }
    var watch = SourceWatch([course.directory] + site.themes(for: course))
    try build(console, isFirst: true)
    guard BackgroundThread.start({ server.run { true } }) else {
      console.report(LocatedError(file: server.address, message: "the system has no thread left"))
      throw ExitStatus.cannotWrite
    }
    console.output.writeLine(server.address)
    console.output.flush()
    while StopSignal.exitCode == nil {
      Clock.sleep(milliseconds: Self.interval)
      if watch.hasChanged() { try build(console, isFirst: false) }
    }
    if StopSignal.exitCode == ExitStatus.interrupted.rawValue { throw ExitStatus.interrupted }
  }

  /// An error in a lesson is said, for it is about to be put right; where there can be no site at
  /// all, the tool ends.
  private func build(_ console: Console, isFirst: Bool) throws {
    do {
      let summary = try site.publish(showingFailures: true)
      site.report(summary.failures, console)
      console.output.writeLine(site.text(summary))
    } catch {
      let code = site.report(error, console)
      if isFirst && code != ExitStatus.inError && StopSignal.exitCode == nil { throw code }
    }
    console.output.flush()
  }

  private func listener(_ console: Console) throws -> ListeningSocket {
    do throws(ListeningSocket.Failure) {
      if let port { return try ListeningSocket(port: port) }
      for port in Self.usualPorts {
        do throws(ListeningSocket.Failure) {
          return try ListeningSocket(port: port)
        } catch  where error.isTaken {
          continue
        }
      }
      return try ListeningSocket(port: 0)
    } catch {
      console.report(
        LocatedError(
          file: "127.0.0.1:\(port ?? Self.usualPorts.lowerBound)",
          message: "cannot listen: \(error.reason)",
          hint: "--port 0 takes any free port"
        )
      )
      throw ExitStatus.cannotWrite
    }
  }
}
