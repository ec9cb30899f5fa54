import ArgumentParser

@main
struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    abstract: "A notebook for optimizers: lessons, scripts and sites from one Markdown file.",
    subcommands: [
      RunCommand.self, TestCommand.self, BuildCommand.self, MarkdownWorkerCommand.self,
    ]
  )
}
