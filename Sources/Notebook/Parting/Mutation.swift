import Formulas

/// A slip in the writing of a rule: some of its equations as they are often written wrong.
struct Mutation: Sendable {
  /// Equations by their place in the sheet, the one with the slip first.
  var equations: [(place: Int, equation: RuleSheet.Equation)]

  /// The sheet with the slip in it.
  func applied(to sheet: RuleSheet) -> RuleSheet {
    var changed = sheet.equations
    for (place, equation) in equations { changed[place] = equation }
    // What is remembered follows from the equations.
    return RuleSheet(
      name: sheet.name,
      settings: sheet.settings,
      initials: sheet.slots.map { ($0.name, $0.initial) },
      equations: changed
    )
  }

  /// Whether both can be made at once.
  func isApart(from other: Mutation) -> Bool {
    !equations.contains { own in other.equations.contains { $0.place == own.place } }
  }

  /// `v_hat = v/(1 - beta1)^t where v_hat = v/(1 - beta1^t) is meant`.
  func words(of sheet: RuleSheet) -> String {
    guard let (place, wrong) = equations.first else { return "" }
    let meant = sheet.equations[place]
    return
      "\(wrong.target) = \(wrong.value.text) where \(meant.target) = \(meant.value.text) is meant"
  }
}

extension Mutation {
  /// Every slip that is known, at every place of a sheet where it can be made.
  static func all(of sheet: RuleSheet) -> [Mutation] {
    let others = sheet.settings.map { $0.name }.filter { $0.hasPrefix("beta") }
    var found: [Mutation] = []
    func add(_ value: Expression, _ place: Int) {
      let equation = RuleSheet.Equation(target: sheet.equations[place].target, value: value)
      let isKnown = found.contains { known in
        known.equations.contains { $0.place == place && $0.equation == equation }
      }
      if isKnown || equation == sheet.equations[place] { return }
      found.append(Mutation(equations: [(place, equation)]))
    }
    for (place, equation) in sheet.equations.enumerated() {
      for value in equation.value.variants({ $0.slips(otherBetas: others) }) { add(value, place) }
      // One quantity is read in place of another.
      let earlier = ["g"] + sheet.equations[..<place].map { $0.target }
      for name in equation.value.names where earlier.contains(name) {
        for other in earlier where other != name {
          add(equation.value.substituting { $0 == name ? .variable(other) : nil }, place)
        }
      }
      if let slip = inPlace(place, sheet) { found.append(slip) }
    }
    return found
  }

  /// `v = v/(1 - beta1^t)` for `v_hat = ...`: the corrected average is remembered.
  private static func inPlace(_ place: Int, _ sheet: RuleSheet) -> Mutation? {
    let equation = sheet.equations[place]
    guard equation.target.hasSuffix("_hat") else { return nil }
    let stem = String(equation.target.dropLast(4))
    guard sheet.slots.contains(where: { $0.name == stem }) else { return nil }
    var changed: [(place: Int, equation: RuleSheet.Equation)] = [(place, equation)]
    changed[0].equation.target = stem
    for later in sheet.equations.indices where later > place {
      let old = sheet.equations[later]
      let value = old.value.substituting { $0 == equation.target ? .variable(stem) : nil }
      if value == old.value { continue }
      changed.append((later, RuleSheet.Equation(target: old.target, value: value)))
    }
    return Mutation(equations: changed)
  }
}

extension Expression {
  /// The expression with one of its parts replaced, for every part that can be replaced.
  fileprivate func variants(_ replacements: (Expression) -> [Expression]) -> [Expression] {
    var found = replacements(self)
    for (place, child) in children.enumerated() {
      for variant in child.variants(replacements) {
        var index = -1
        found.append(
          mapChildren { part in
            index += 1
            return index == place ? variant : part
          }
        )
      }
    }
    return found
  }

  /// How this part is often written wrong.
  fileprivate func slips(otherBetas: [String]) -> [Expression] {
    let one = Expression.number(1, unit: 1)
    let two = Expression.number(2, unit: 1)
    func make(_ op: Operator, _ left: Expression, _ right: Expression) -> Expression {
      .binary(op, left, right, Place())
    }
    switch self {
    // `1 - beta^t`, the correction of an average's start.
    case .binary(.subtract, let first, .binary(.power, let beta, .name("t", _), _), _)
    where first.constantValue == 1:
      let t = Expression.variable("t")
      return [
        make(.power, make(.subtract, one, beta), t), make(.subtract, one, make(.power, beta, two)),
        make(.subtract, one, make(.multiply, beta, t)), make(.subtract, one, beta),
        make(.add, one, make(.power, beta, t)), make(.power, beta, t),
        make(.subtract, one, make(.power, beta, make(.add, t, one))),
        make(.subtract, one, make(.power, beta, make(.subtract, t, one))),
      ] + otherBetas.map { make(.subtract, one, make(.power, .variable($0), t)) }
    // `beta*v + (1 - beta)*g`, an average.
    case .binary(
      .add,
      .binary(.multiply, let beta, let past, _),
      .binary(.multiply, let rest, let new, _),
      _
    ):
      return [
        make(.add, make(.multiply, rest, past), make(.multiply, beta, new)),
        make(.subtract, make(.multiply, beta, past), make(.multiply, rest, new)),
        make(.add, past, make(.multiply, rest, new)), make(.add, make(.multiply, beta, past), new),
        make(.multiply, rest, new), make(.add, past, new),
      ]
    // A fraction below a root and epsilon.
    case .binary(.divide, let above, .binary(.add, let root, let eps, _), _):
      return [
        make(.add, make(.divide, above, root), eps), make(.divide, above, root),
        make(.divide, above, .apply("sqrt", make(.add, root.inside, eps))),
        make(.divide, above, make(.add, root.inside, eps)),
        make(.multiply, above, make(.add, root, eps)),
      ]
    // A fraction: without what is below, or without the bracket around it.
    case .binary(.divide, let above, let below, _):
      var found = [above, make(.multiply, above, below)]
      if case .binary(let op, let first, let second, _) = below, op == .add || op == .subtract {
        found.append(make(op, make(.divide, above, first), second))
      }
      return found
    case .binary(.power, let base, let exponent, _) where exponent.constantValue == 2:
      return [base, .apply("abs", base)]
    case .binary(.multiply, let left, let right, _): return [left, right]
    case .binary(.subtract, .name("w", _), let step, _):
      var found = [make(.add, .variable("w"), step)]
      if case .binary(.divide, let above, .binary(.add, let root, let eps, _), _) = step {
        found.append(make(.add, make(.subtract, .variable("w"), make(.divide, above, root)), eps))
      }
      return found
    case .call("sqrt", let arguments, _): return arguments.map { $0.value }
    case .name(let name, _) where otherBetas.contains(name):
      return otherBetas.filter { $0 != name }.map { .variable($0) }
    default: return []
    }
  }

  /// What stands below a root.
  private var inside: Expression {
    if case .call("sqrt", let arguments, _) = self, let first = arguments.first {
      return first.value
    }
    return self
  }
}
