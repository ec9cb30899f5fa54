import ArgumentParser

@main
struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    subcommands: [BuildCommand.self, MarkdownWorkerCommand.self]
  )
}
