/// Every command there is, in the order in which help lists them.
package enum CommandCatalog {
  package static let commands: [Command] = [
    MinimizeCommand.command,
    TrainCommand.command,
    UseCommand.command,
    SetCommand.command,
    StepCommand.command,
    UntilCommand.command,
    BackCommand.command,
    GotoCommand.command,
    RestartCommand.command,
    ShowCommand.command,
    TableCommand.command,
    PlotCommand.command,
    ExplainCommand.command,
    CompareCommand.command,
    SweepCommand.command,
    RuleCommand.command,
    CheckCommand.command,
    ExpectCommand.command,
    WhenCommand.command,
    VarsCommand.command,
    DataCommand.command,
    ProblemsCommand.command,
    OptimizersCommand.command,
    HistoryCommand.command,
    PrecisionCommand.command,
    HelpCommand.command,
  ]

  /// Those that answer a question and leave the notebook as it was.
  package static let looking = [
    "show", "table", "plot", "explain", "check", "vars", "data", "problems", "optimizers",
    "history",
    "help",
  ]

  package static func command(_ name: String) -> Command? {
    for command in commands where command.name == name { return command }
    return nil
  }

  package static var names: [String] { commands.map { $0.name } }
}
