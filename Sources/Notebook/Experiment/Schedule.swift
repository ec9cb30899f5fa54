import Arithmetic
import Formulas

/// A setting's value at each update: a number, or a formula of `t` and `epoch`.
struct Schedule: Sendable, Equatable {
  let name: String
  let formula: Expression
  private let constant: Double?
  private let program: Program<Double>?

  init(_ name: String, _ value: Double) {
    self.name = name
    formula = .constant(value)
    constant = value
    program = nil
  }

  /// A formula whose other names have been replaced by their values.
  init(_ name: String, _ formula: Expression) throws(Diagnostic) {
    self.name = name
    self.formula = formula
    constant = formula.constantValue
    if constant != nil {
      program = nil
    } else {
      var builder = ProgramBuilder<Double>(inputs: ["t", "epoch"])
      let value = try builder.compile(formula)
      program = builder.program(computing: [value])
    }
  }

  var isConstant: Bool { constant != nil }

  /// The value for update number `t` (1 at the first).
  func value(t: Int, epoch: Double) -> Double {
    if let constant { return constant }
    return program?([Double(t), epoch]).first ?? .nan
  }

  static func == (a: Schedule, b: Schedule) -> Bool {
    a.name == b.name && a.formula == b.formula
  }
}
