import Arithmetic
import Formulas
import Optimizers

/// Makes a problem of a formula or a name, and of where to start.
struct ProblemReader {
  /// `from (-5, 2)`, `from (x=-5, y=2)`, `from 3`.
  struct Start {
    var values: [(name: String?, value: Double)]
    var range: SourceRange
  }

  static func problem(
    _ expression: Expression,
    range: SourceRange,
    start: Start?,
    noise: Problem.Noise?,
    _ session: Session
  ) throws(Diagnostic) -> Problem {
    if case .name(let name, let place) = expression, session.ownValue(name) == nil {
      return try named(name, at: place.range ?? range, start, noise, session)
    }
    return try formula(
      expression,
      title: expression.text,
      range: range,
      start: start,
      standard: nil,
      noise,
      session
    )
  }

  private static func named(
    _ name: String,
    at range: SourceRange,
    _ start: Start?,
    _ noise: Problem.Noise?,
    _ session: Session
  ) throws(Diagnostic) -> Problem {
    guard let entry = ProblemCatalog.problem(named: name) else {
      throw .unknownProblem(name, ProblemCatalog.names, at: range)
    }
    let expression = try ExpressionParser.parse(entry.formula)
    let standard = Start(
      values: entry.parameters.map { ($0.name, $0.start) },
      range: range
    )
    let usual: Problem.Noise? =
      entry.noise > 0 ? Problem.Noise(size: entry.noise, seed: session.seed) : nil
    var problem = try formula(
      expression,
      title: name,
      range: range,
      start: start,
      standard: standard,
      noise ?? usual,
      session
    )
    problem.window = entry.parameters.flatMap { [$0.lower, $0.upper] }
    return problem
  }

  private static func formula(
    _ expression: Expression,
    title: String,
    range: SourceRange,
    start: Start?,
    standard: Start?,
    _ noise: Problem.Noise?,
    _ session: Session
  ) throws(Diagnostic) -> Problem {
    let inlined = try expression.inlining { session.definition($0) }
    let named = start?.values.compactMap { $0.name } ?? []
    if standard == nil, !named.contains("e"), session.ownValue("e") == nil,
      let place = inlined.powerOfE
    {
      throw .unknownName("e", among: [], at: place.range)
    }
    let parameters =
      standard?.values.compactMap { $0.name }
      ?? (named.isEmpty ? freeNames(inlined, session) : named)
    let values = try startValues(parameters, inlined, start ?? standard, session, range)
    var captured = NamedValues()
    let ready = inlined.substituting { name in
      if parameters.contains(name) { return nil }
      guard let value = session.ownValue(name) else { return nil }
      if case .number(let number) = value { return .constant(number) }
      captured[name] = value
      return nil
    }
    var gradient: [Expression] = []
    for parameter in parameters {
      gradient.append(
        try inlined.derivative(withRespectTo: parameter, series: captured.names)
      )
    }
    var readyGradient: [Expression] = []
    for parameter in parameters {
      readyGradient.append(try ready.derivative(withRespectTo: parameter, series: captured.names))
    }
    let objective = try Objective(
      loss: ready,
      gradient: readyGradient,
      parameters: parameters,
      captured: captured
    )
    let problem = Problem(
      title: title,
      parameters: Parameters(numbers: parameters),
      start: values,
      gradient: gradient,
      objective: objective,
      noise: noise
    )
    try check(ready, captured, parameters, values, range)
    return problem
  }

  private static func freeNames(_ expression: Expression, _ session: Session) -> [String] {
    expression.names.filter { name in
      session.ownValue(name) == nil && !ReservedWords.constants.contains(name)
    }
  }

  private static func startValues(
    _ parameters: [String],
    _ expression: Expression,
    _ start: Start?,
    _ session: Session,
    _ range: SourceRange
  ) throws(Diagnostic) -> [Double] {
    let assigned = expression.names.filter { session.variables[$0] != nil }
    guard !parameters.isEmpty else { throw .noParameters(assigned, at: range) }
    guard let start else { throw .noStart(parameters, at: range) }
    for parameter in parameters where !expression.depends(on: parameter) {
      throw .unusedParameter(parameter, expression.names, at: start.range)
    }
    if start.values.count != parameters.count {
      throw .startCount(start.values.count, parameters, assigned, at: start.range)
    }
    var values: [Double] = []
    for (index, value) in start.values.enumerated() {
      guard value.value.isFinite else {
        throw Diagnostic("the start of '\(parameters[index])' is no finite number", at: start.range)
      }
      values.append(value.value)
    }
    return values
  }

  /// The formula must be one number at its start.
  private static func check(
    _ expression: Expression,
    _ captured: NamedValues,
    _ parameters: [String],
    _ values: [Double],
    _ range: SourceRange
  ) throws(Diagnostic) {
    var evaluator = Evaluator(lookup: { name in
      for (parameter, value) in zip(parameters, values) where parameter == name {
        return .number(value)
      }
      return captured[name]
    })
    guard case .number = try evaluator.value(of: expression) else {
      throw Diagnostic(
        "what is minimized must be one number",
        hint: "write its terms out as a sum",
        at: range
      )
    }
  }
}
