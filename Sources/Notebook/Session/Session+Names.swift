package import Formulas

extension Session {
  /// The value of an expression now, and a note if it left the range of numbers.
  package func value(_ expression: Expression) throws(Diagnostic) -> (Value, note: String?) {
    try checkExperiment(for: expression)
    var evaluator = evaluator(at: experiment?.now)
    let value = try evaluator.value(of: expression)
    return (value, evaluator.note)
  }

  /// Names that only an experiment gives a meaning, where there is none: not merely unknown.
  func checkExperiment(for expression: Expression) throws(Diagnostic) {
    if experiment != nil { return }
    for name in expression.names where ownValue(name) == nil && definition(name) == nil {
      guard ExperimentNames.all.contains(name) else { continue }
      throw .needsExperiment(name, at: expression.place(of: name))
    }
  }

  func number(_ expression: Expression) throws(Diagnostic) -> Double {
    var evaluator = evaluator(at: experiment?.now)
    return try evaluator.number(of: expression)
  }

  /// Computes with the experiment's quantities as they were at `moment`.
  func evaluator(at moment: Moment?, binding: (name: String, value: Double)? = nil) -> Evaluator {
    let session = self
    let live = experiment?.quantities
    return Evaluator(
      lookup: { name in
        if let binding, binding.name == name { return .number(binding.value) }
        if let moment, let quantity = live?.quantity(name) { return moment.value(of: quantity) }
        return session.ownValue(name)
      },
      definition: { name in session.definition(name) },
      known: { session.suggestedNames }
    )
  }

  func definition(_ name: String) -> Definition? {
    functions[name]
  }

  /// An assigned name or a column of a data set.
  func ownValue(_ name: String) -> Value? {
    variables[name] ?? data.series(name).map { .series($0) }
  }

  /// Whether a name stands for a number or a series now.
  func hasValue(_ name: String) -> Bool {
    ownValue(name) != nil || experiment?.quantities.quantity(name) != nil
  }

  /// Every name that means something now, for suggestions.
  package var knownNames: [String] {
    variables.names + definitions.map { $0.name } + (experiment?.quantities.names ?? [])
      + FunctionCatalog.names + ReservedWords.constants + data.columnNames
  }

  /// More names than these are not searched for one that was meant: every error would take long.
  private static let mostSearched = 1_000

  /// The names among which a misspelt one is looked for.
  var suggestedNames: [String] {
    if variables.count + functions.count <= Self.mostSearched { return knownNames }
    return (experiment?.quantities.names ?? []) + FunctionCatalog.names + ReservedWords.constants
      + data.columnNames
  }

  /// How many values all assigned series may hold together.
  private static let mostValues = 20_000_000

  /// A long series must leave room: copies are shared, but what a cell makes anew adds up.
  func checkRoom(for value: Value, at range: SourceRange) throws(Diagnostic) {
    guard case .series(let series) = value, series.count > 10_000 else { return }
    var total = 0
    for entry in variables.entries {
      if case .series(let values) = entry.value { total += values.count }
    }
    if total > Self.mostValues { throw .tooManyKept(Self.mostValues, at: range) }
  }

  /// Whether a name may be assigned: not what an experiment owns, not a word of the language.
  func checkAssignable(_ name: String, at range: SourceRange) throws(Diagnostic) {
    if ReservedWords.all.contains(name) {
      throw .reservedWord(name, at: range)
    }
    if name.utf8.allSatisfy({ $0 == 0x5F }) { throw .blank(at: range) }
    if name.utf8.contains(0x2E) { throw .dottedAssignment(name, at: range) }
    if let experiment, let quantity = experiment.quantities.quantity(name) {
      throw .liveQuantity(name, quantity, of: experiment.problem, at: range)
    }
  }
}
