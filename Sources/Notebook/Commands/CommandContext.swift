import Formulas
import Typesetting

/// What a command works with: its words, a copy of the session to change, a place for its answers.
package struct CommandContext: Sendable {
  var session: Session
  var reader: TokenReader
  var outputs: [Output] = []
  let source: String
  /// What the statement is, by the table of commands; nil where it is none.
  var command: Command?
  var form: Form?
  /// An `expect` before this statement failed and no `when` has spoken yet.
  var expectationFailed = false
  /// What a `when` has to say to the failed expectation.
  var reaction: String?
  /// An answer is being judged, in which these numbers were typed; nil elsewhere.
  var judging: [TypedNumber]?
  /// A condition held because of the digits that were typed.
  var countedDigits = false

  init(session: Session, tokens: [Token], source: String) {
    self.session = session
    self.source = source
    reader = TokenReader(tokens)
  }

  mutating func answer(_ output: Output) { outputs.append(output) }
  mutating func answer(_ text: String) { outputs.append(.text(StyledText(text))) }
  mutating func note(_ text: String) { outputs.append(.note(text)) }

  /// The next words as an expression.
  mutating func expression(aboveAnd: Bool = false) throws(Diagnostic) -> Expression {
    var parser = ExpressionParser()
    return try parser.expression(&reader, aboveAnd: aboveAnd)
  }

  /// The next words as a number.
  mutating func number() throws(Diagnostic) -> Double {
    try session.number(expression(aboveAnd: true))
  }

  /// The next words as a whole number of at least `minimum`.
  mutating func count(_ what: String, atLeast minimum: Int = 1) throws(Diagnostic) -> Int {
    let range = reader.range
    let value = try number()
    guard value == value.rounded(), value >= Double(minimum) else {
      throw .needsCount(what, minimum, value, at: range)
    }
    guard value <= 1e15 else { throw .tooLarge(what, value, most: 1e15, at: range) }
    return Int(value)
  }

  /// The next words as a number of updates: `10`, or `2 epochs`.
  mutating func updates(_ what: String, atLeast minimum: Int = 1) throws(Diagnostic) -> Int {
    let range = reader.range
    let value = try count(what, atLeast: minimum)
    guard take(.epochs) || take(.epoch) else { return value }
    let perEpoch = try experiment().problem.objective.updatesPerEpoch
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: perEpoch)
    if isTooLarge { throw .tooLarge(what, Double(value), most: 1e15, at: range) }
    return product
  }

  /// The experiment, or what to do to have one.
  func experiment() throws(Diagnostic) -> Experiment {
    guard let experiment = session.experiment else { throw .noExperiment }
    return experiment
  }
}
