import ArgumentParser
import Lessons
import System
import Terminal

/// The tool: one file for each subcommand.
@main
struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    abstract: "A notebook for optimizers.",
    discussion: """
      descent                  the contents of the course, and a notebook to play with
      descent adam             learn a lesson
      descent run notes.md     run a script, or a lesson's cells
      descent test lessons     check that lessons show what their cells compute
      descent build            make the course's site, every cell live
      descent serve            show it in a browser, again whenever a lesson changes

      Where standard input is no terminal, descent alone runs it as a script.
      """,
    version: "0.1.0",
    subcommands: [
      LearnCommand.self, RunCommand.self, TestCommand.self, BuildCommand.self, ServeCommand.self,
      LessonsCommand.self, NewCommand.self, ProgressCommand.self, MarkdownWorkerCommand.self,
    ],
    defaultSubcommand: LearnCommand.self
  )

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The child that reads Markdown starts without a look at the options: it must be quick.
    if arguments == [MarkdownRenderer.hiddenSubcommand] { return MarkdownWorker.serve() }
    StopSignal.prepare()
    // So does the bare notebook: the prompt is there before options could have been looked for.
    if arguments.isEmpty, Stream.input.isTerminal { return openNotebook() }
    let asksForHelp = arguments.contains { ["-h", "--help", "--version"].contains($0) }
    let isBare = arguments.allSatisfy { $0.hasPrefix("-") } && !asksForHelp
    let isScript = isBare && !Stream.input.isTerminal && !describesTheTool(arguments)
    main(isScript ? ["run", Script.standardInput] + arguments : arguments)
  }

  private static func openNotebook() {
    do {
      try MainActor.assumeIsolated { try LearnCommand.open(nil, Console()) }
    } catch {
      exit(withError: error)
    }
  }

  /// Whether a shell asks for completions, or a maker of manuals for all there is.
  private static func describesTheTool(_ arguments: [String]) -> Bool {
    arguments.contains { argument in
      ["---", "--generate-completion-script", "--experimental-dump-help"]
        .contains { argument.hasPrefix($0) }
    }
  }
}
