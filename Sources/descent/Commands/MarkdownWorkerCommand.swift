import ArgumentParser
import Lessons

/// The supervised child that reads Markdown for `learn`, `test` and `build`; not for people.
struct MarkdownWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: MarkdownRenderer.hiddenSubcommand,
    shouldDisplay: false
  )

  func run() {
    MarkdownWorker.serve()
  }
}
