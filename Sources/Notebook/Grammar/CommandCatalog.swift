package import Formulas

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
    PredictCommand.command,
    ConfusionCommand.command,
    CompareCommand.command,
    SweepCommand.command,
    TuneCommand.command,
    RuleCommand.command,
    DiffCommand.command,
    CheckCommand.command,
    DerivativeCommand.command,
    HessianCommand.command,
    ModesCommand.command,
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

  package static func command(_ name: String) -> Command? {
    for command in commands where command.name == name { return command }
    return nil
  }

  /// The command that a statement is, if it is one: `table` is, `table = 3` and `table(3)` are not.
  package static func command(of statement: [Token]) -> Command? {
    guard let name = statement.first?.name, let command = command(name) else { return nil }
    guard statement.count > 1 else { return command }
    if statement[1].isSign(.assign) { return nil }
    if command.mayBeName, let sign = statement[1].sign, Token.Sign.between.contains(sign) {
      return nil
    }
    let isCall = statement[1].isSign(.open) && statement[1].touchesPrevious
    return isCall && command.role != .definition ? nil : command
  }

  /// Whether nothing else may have the name.
  static func isReserved(_ name: String) -> Bool { command(name)?.mayBeName == false }

  package static var names: [String] { commands.map { $0.name } }
}

extension Token {
  fileprivate var sign: Sign? {
    if case .sign(let sign) = kind { sign } else { nil }
  }
}

extension Token.Sign {
  /// The signs that only stand between two values.
  fileprivate static let between: [Token.Sign] = [
    .plus, .times, .divide, .power, .equal, .notEqual, .about, .less, .lessOrEqual, .greater,
    .greaterOrEqual,
  ]
}
