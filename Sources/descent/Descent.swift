import ArgumentParser

@main
struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    subcommands: [MarkdownWorkerCommand.self]
  )
}
