import Arithmetic
import Formulas

extension Session {
  /// What differs from another state of this notebook, as one would say it of this one: `x = 3`,
  /// `x is unknown`, `t = 40`.
  ///
  /// Empty where nothing differs that a later statement could meet; looking changes nothing.
  package func changes(since other: Session) -> [String] {
    var changes: [String] = []
    for entry in variables.entries {
      if let value = other.variables[entry.name], value.isSame(as: entry.value) { continue }
      changes.append("\(entry.name) = \(entry.value.brief(precision))")
    }
    for definition in definitions {
      let text = "\(definition.usage) = \(definition.body.text)"
      if other.definitions.contains(where: { "\($0.usage) = \($0.body.text)" == text }) { continue }
      changes.append(text)
    }
    for rule in rules where !other.rules.contains(where: { $0.text == rule.text }) {
      changes.append("rule \(rule.name)")
    }
    let names = variables.names + definitions.map { $0.name } + rules.map { $0.name }
    let others =
      other.variables.names + other.definitions.map { $0.name } + other.rules.map { $0.name }
    for name in others where !names.contains(name) { changes.append("\(name) is unknown") }
    for name in data.names where !other.data.names.contains(name) { changes.append("data \(name)") }
    for name in other.data.names where !data.names.contains(name) {
      changes.append("data \(name) is unknown")
    }
    if precision != other.precision { changes.append("precision \(precision)") }
    return changes + experimentChanges(since: other)
  }

  private func experimentChanges(since other: Session) -> [String] {
    guard let now = experiment else {
      return other.experiment == nil ? [] : ["nothing is minimized"]
    }
    var changes: [String] = []
    let then = other.experiment
    if now.problem.title != then?.problem.title || now.problem.start != then?.problem.start
      || now.problem.noise != then?.problem.noise
    {
      changes.append(now.problem.title)
    }
    if let label = now.choice?.label, label != then?.choice?.label { changes.append(label) }
    let isElsewhere = now.t != then?.t || !now.hasState(of: then)
    if isElsewhere || now.choices.map({ $0.from }) != then?.choices.map({ $0.from }) {
      changes.append("t = \(now.t)")
    }
    return changes
  }
}

extension Experiment {
  /// Whether both are in the same state, to the bit.
  fileprivate func hasState(of other: Experiment?) -> Bool {
    guard let other else { return false }
    return Value.series(timeline.state).isSame(as: .series(other.timeline.state))
  }
}

extension Value {
  /// Equal, or of the same bits: what is no number is still what it was.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): return one.bitPattern == two.bitPattern
    case (.series(let one), .series(let two)):
      if one == two { return true }
      if one.count != two.count { return false }
      for index in one.indices where one[index].bitPattern != two[index].bitPattern {
        return false
      }
      return true
    default: return self == other
    }
  }

  /// Short enough to stand in a sentence.
  fileprivate func brief(_ precision: Int) -> String {
    if case .series(let values) = self, values.count > 4 { return "\(values.count) values" }
    return text(precision: precision, width: .max)
  }
}

extension CellResult {
  /// What was done of a cell: all of it, or the statements before the first that failed; nil where
  /// there are none.
  package func done(of source: String) -> (source: String, result: CellResult)? {
    if diagnostic == nil { return (source, self) }
    var part = self
    part.statements = statements.filter { $0.diagnostic == nil }
    if part.statements.isEmpty { return nil }
    var lines = ""
    for statement in part.statements { lines += statement.source + "\n" }
    return (lines, part)
  }
}
