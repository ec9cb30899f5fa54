import Arithmetic

/// Reads `name(setting=default, ...) { equations }`.
package enum RuleSheetParser {
  package static func sheet(_ reader: inout TokenReader) throws(Diagnostic) -> RuleSheet {
    let (name, nameRange) = try reader.name("the rule's name")
    var parser = ExpressionParser()
    var settings: [RuleSheet.Setting] = []
    if reader.take(.open) {
      for argument in try parser.arguments(&reader, closing: .close) {
        guard let label = argument.label else {
          throw Diagnostic(
            "a setting needs a default",
            hint: "write \(name)(alpha=0.1)",
            at: argument.place.range ?? nameRange
          )
        }
        if RuleSheet.given.contains(label) || settings.contains(where: { $0.name == label }) {
          throw Diagnostic(
            "'\(label)' cannot be a setting here",
            at: argument.place.range ?? nameRange
          )
        }
        settings.append(.init(name: label, standard: argument.value))
      }
    }
    try reader.expect(.openBrace, after: "before the equations")
    return try body(&reader, name, nameRange, settings)
  }

  private static func body(
    _ reader: inout TokenReader,
    _ name: String,
    _ nameRange: SourceRange,
    _ settings: [RuleSheet.Setting]
  ) throws(Diagnostic) -> RuleSheet {
    var initials: [(name: String, value: Double)] = []
    var equations: [RuleSheet.Equation] = []
    while true {
      reader.skipSeparators()
      if reader.take(.closeBrace) { break }
      let isSlot = reader.current?.name == "slot" && reader.peek()?.name != nil
      if isSlot { reader.advance() }
      let (target, range) = try reader.name("an equation such as v = beta*v + (1 - beta)*g")
      try reader.expect(.assign, after: "after '\(target)'")
      var parser = ExpressionParser()
      let value = try parser.expression(&reader)
      try check(target, range, settings, isSlot)
      if isSlot {
        guard let initial = value.constantValue else {
          throw Diagnostic("a slot starts at a number", hint: "slot \(target) = 0.1", at: range)
        }
        initials.append((target, initial))
      } else {
        equations.append(.init(target: target, value: value))
      }
      if let token = reader.current, !token.isSign(.newline), !token.isSign(.semicolon),
        !token.isSign(.closeBrace)
      {
        throw .unexpected(token)
      }
    }
    try checkNames(name, nameRange, settings, initials, equations)
    return RuleSheet(name: name, settings: settings, initials: initials, equations: equations)
  }

  private static func check(
    _ target: String,
    _ range: SourceRange,
    _ settings: [RuleSheet.Setting],
    _ isSlot: Bool
  ) throws(Diagnostic) {
    let isSetting = settings.contains { $0.name == target }
    if target == "t" || target == "epoch" || isSetting
      || (isSlot && RuleSheet.given.contains(target))
    {
      throw Diagnostic(
        isSetting
          ? "'\(target)' is a setting: a rule cannot assign it"
          : "a rule cannot assign '\(target)'",
        hint: "give the new quantity its own name",
        at: range
      )
    }
  }

  private static func checkNames(
    _ name: String,
    _ nameRange: SourceRange,
    _ settings: [RuleSheet.Setting],
    _ initials: [(name: String, value: Double)],
    _ equations: [RuleSheet.Equation]
  ) throws(Diagnostic) {
    guard equations.contains(where: { $0.target == "w" }) else {
      throw Diagnostic(
        "the rule '\(name)' never assigns w",
        hint: "its last line is the update: w = w - ...",
        at: nameRange
      )
    }
    let known =
      RuleSheet.given + settings.map { $0.name } + equations.map { $0.target } + ["pi", "inf"]
    for equation in equations {
      try checkKnown(equation.read, known)
    }
    for initial in initials where !equations.contains(where: { $0.target == initial.name }) {
      throw Diagnostic("the slot '\(initial.name)' is never assigned", at: nameRange)
    }
  }

  private static func checkKnown(
    _ expression: Expression,
    _ known: [String]
  ) throws(Diagnostic) {
    if case .name(let name, let place) = expression, !known.contains(name) {
      var diagnostic = Diagnostic.unknownName(name, among: known, at: place.range)
      if !ReservedWords.all.contains(name), Suggestion.hint(for: name, among: known) == nil {
        diagnostic.hint = "a rule knows its own names: \(name)=0.1 among its settings makes it one"
      }
      throw diagnostic
    }
    if case .call(let name, _, let place) = expression, OrderedTotal.Kind(rawValue: name) != nil {
      throw .totalInside(name, at: place.range)
    }
    for child in expression.children { try checkKnown(child, known) }
  }
}
