import Arithmetic
import Formulas
import Optimizers

/// Reads `adam(alpha=0.1, dialect=pytorch)`: a built-in rule or a learner's own, with settings by
/// position or by name.
///
/// A setting may be a formula of `t` and `epoch`; every other name in it is replaced by its value
/// now.
enum OptimizerReader {
  static func read(_ context: inout CommandContext) throws(Diagnostic) -> OptimizerChoice {
    let (name, arguments, range) = try written(&context)
    return try choice(name, arguments, at: range, context.session)
  }

  /// An optimizer as it is written.
  static func written(
    _ context: inout CommandContext
  ) throws(Diagnostic) -> (name: String, arguments: [Expression.Argument], range: SourceRange) {
    let (name, range) = try context.reader.name("an optimizer such as adam(alpha=0.1)")
    var arguments: [Expression.Argument] = []
    if let open = context.reader.current, open.isSign(.open), open.touchesPrevious {
      context.reader.advance()
      var parser = ExpressionParser()
      arguments = try parser.arguments(&context.reader, closing: .close)
    }
    return (name, arguments, range)
  }

  static func choice(
    _ name: String,
    _ arguments: [Expression.Argument],
    at range: SourceRange,
    _ session: Session
  ) throws(Diagnostic) -> OptimizerChoice {
    if let rule = session.rules.first(where: { $0.name == name }) {
      return try own(rule, arguments, at: range, session)
    }
    let entry: OptimizerRule
    do throws(HyperparameterError) {
      entry = try RuleCatalog.entry(named: name)
    } catch {
      throw .setting(error, known: RuleCatalog.names + session.rules.map { $0.name }, at: range)
    }
    return try builtIn(entry, arguments, at: range, session)
  }

  private static func builtIn(
    _ entry: OptimizerRule,
    _ arguments: [Expression.Argument],
    at range: SourceRange,
    _ session: Session
  ) throws(Diagnostic) -> OptimizerChoice {
    var given: [SettingArgument] = []
    var formulas: [(position: Int, label: String?, schedule: Expression)] = []
    for (position, argument) in arguments.enumerated() {
      if argument.label == "dialect" || argument.label == "bug" {
        guard case .name(let word, _) = argument.value else {
          throw .expected("a word after \(argument.label ?? "")=", at: range)
        }
        given.append(SettingArgument(.word(word), name: argument.label))
        continue
      }
      let captured = try capture(argument.value, session)
      var first = try value(of: captured, t: 1)
      if captured.constantValue == nil, case .number = first {
        formulas.append((position, argument.label, captured))
        let setting = entry.settings.first { $0.isNamed(argument.label ?? "") }
        first = try possible(
          captured,
          setting ?? entry.settings[min(position, entry.settings.count - 1)]
        )
      }
      given.append(SettingArgument(try setting(first, range), name: argument.label))
    }
    let settings: RuleSettings
    do throws(HyperparameterError) {
      settings = try RuleSettings(entry, arguments: given)
    } catch {
      throw .setting(error, known: error.alternatives, at: place(of: error, arguments) ?? range)
    }
    var choice = try make(settings)
    choice.label = label(entry.name, arguments)
    for formula in formulas {
      let name = formula.label ?? entry.settings[formula.position].name
      try choice.setSchedule(canonical(name, entry), formula.schedule)
    }
    return choice
  }

  /// A built-in rule with constant settings.
  static func make(_ settings: RuleSettings) throws(Diagnostic) -> OptimizerChoice {
    let sheet = RuleSheet(settings)
    var schedules: [Schedule] = []
    for setting in sheet.settings {
      let value = settings[setting.name] ?? setting.standard.constantValue ?? .nan
      schedules.append(Schedule(setting.name, value))
    }
    return OptimizerChoice(
      name: settings.rule.name,
      label: settings.rule.name,
      program: try SheetProgram(sheet),
      schedules: schedules,
      settings: settings
    )
  }

  private static func own(
    _ sheet: RuleSheet,
    _ arguments: [Expression.Argument],
    at range: SourceRange,
    _ session: Session
  ) throws(Diagnostic) -> OptimizerChoice {
    let names = sheet.settings.map { $0.name }
    var values: [Expression?] = names.map { _ in nil }
    for (position, argument) in arguments.enumerated() {
      let label = argument.label.map { $0 == "lr" && !names.contains("lr") ? "alpha" : $0 }
      guard let index = label.map({ names.firstIndex(of: $0) }) ?? position, index < names.count
      else {
        throw .unknownSetting(label ?? "\(position + 1)", of: sheet.name, names, at: range)
      }
      if values[index] != nil { throw .settingTwice(names[index], at: range) }
      values[index] = try capture(argument.value, session)
    }
    var schedules: [Schedule] = []
    for (index, setting) in sheet.settings.enumerated() {
      var formula = values[index] ?? setting.standard
      if values[index] == nil { formula = try capture(formula, session) }
      let first = try value(of: formula, t: 1)
      guard case .number(let number) = first, number.isFinite else {
        throw Diagnostic("\(setting.name) must be a number", at: range)
      }
      schedules.append(try Schedule(setting.name, formula))
    }
    return OptimizerChoice(
      name: sheet.name,
      label: label(sheet.name, arguments),
      program: try SheetProgram(sheet),
      schedules: schedules,
      settings: nil
    )
  }

  /// Every name but `t` and `epoch` replaced by its value now.
  static func capture(
    _ expression: Expression,
    _ session: Session
  ) throws(Diagnostic) -> Expression {
    let inlined = try expression.inlining { session.definition($0) }
    let isSchedule = inlined.depends(on: "t") || inlined.depends(on: "epoch")
    if !isSchedule {
      switch try session.value(inlined).0 {
      case .number(let value): return inlined.constantValue == nil ? .constant(value) : inlined
      case .boolean(let value): return .boolean(value)
      case .text(let text): return .text(text)
      case .series: throw Diagnostic("a setting is one number", at: expression.range)
      }
    }
    var failure: Diagnostic?
    let captured = inlined.substituting { name in
      if name == "t" || name == "epoch" || name == "pi" || name == "inf" { return nil }
      do throws(Diagnostic) {
        return .constant(try session.number(.variable(name)))
      } catch {
        failure = failure ?? error
        return nil
      }
    }
    if let failure { throw failure.placed(at: expression.range) }
    return captured
  }

  /// A value that a schedule may take and that is not 0, so that a weight decay or a momentum that
  /// sets in later is known to be there: the first of its own, or, where it is 0 for a thousand
  /// updates, one that every setting may be.
  ///
  /// What the schedule is at an update is checked there; one that is not possible in all of its first
  /// thousand is refused like a number.
  static func possible(
    _ schedule: Expression,
    _ setting: Hyperparameter
  ) throws(Diagnostic) -> Value {
    let first = try value(of: schedule, t: 1)
    var isPossible = false
    for t in 1...1_000 {
      let value = try value(of: schedule, t: Double(t))
      guard let number = value.number, setting.scheduledRange.contains(number) else { continue }
      if number != 0 { return value }
      isPossible = true
    }
    return isPossible ? .number(0.5) : first
  }

  static func value(of formula: Expression, t: Double) throws(Diagnostic) -> Value {
    var evaluator = Evaluator(lookup: { name in
      name == "t" || name == "epoch" ? .number(t) : nil
    })
    return try evaluator.value(of: formula)
  }

  private static func setting(
    _ value: Value,
    _ range: SourceRange
  ) throws(Diagnostic) -> SettingArgument.Value {
    switch value {
    case .number(let number): .number(number)
    case .boolean(let truth): .boolean(truth)
    case .text(let word): .word(word)
    case .series: throw Diagnostic("a setting is one number", at: range)
    }
  }

  private static func canonical(_ name: String, _ entry: OptimizerRule) -> String {
    entry.settings.first { $0.isNamed(name) }?.name ?? name
  }

  /// Where the argument stands that an error is about.
  private static func place(
    of error: HyperparameterError,
    _ arguments: [Expression.Argument]
  ) -> SourceRange? {
    let name: String? =
      switch error {
      case .unknownSetting(_, let name, _): name
      case .outOfRange(let name, _, _), .wrongKind(let name, _), .givenTwice(let name),
        .unknownWord(let name, _, _), .notInDialect(_, let name, _):
        name
      default: nil
      }
    return arguments.first { $0.label == name && name != nil }?.place.range
  }

  static func label(_ name: String, _ arguments: [Expression.Argument]) -> String {
    if arguments.isEmpty { return name }
    let parts = arguments.map { ($0.label.map { "\($0)=" } ?? "") + $0.value.text }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }
}

extension OptimizerChoice {
  mutating func setSchedule(_ name: String, _ formula: Expression) throws(Diagnostic) {
    guard let index = schedules.firstIndex(where: { $0.name == name }) else { return }
    schedules[index] = try Schedule(name, formula)
  }
}
