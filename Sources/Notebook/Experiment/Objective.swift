import Arithmetic
import Formulas

/// The loss and its gradient, ready to be computed at any point.
struct Objective: Sendable {
  private enum Form: Sendable {
    /// Formulas of numbers: one program for the loss and the whole gradient.
    case program(Program<Double>)
    /// Formulas with series in them, computed as trees.
    case trees([Expression], captured: NamedValues)
  }

  private let form: Form
  let parameters: [String]

  /// `loss` with own functions inlined and numbers substituted; series stand in `captured`.
  init(
    loss: Expression,
    gradient: [Expression],
    parameters: [String],
    captured: NamedValues
  ) throws(Diagnostic) {
    self.parameters = parameters
    if captured.entries.isEmpty {
      var builder = ProgramBuilder<Double>(inputs: parameters)
      var outputs = [try builder.compile(loss)]
      for derivative in gradient { outputs.append(try builder.compile(derivative)) }
      form = .program(builder.program(computing: outputs))
    } else {
      form = .trees([loss] + gradient, captured: captured)
    }
  }

  /// How many doubles `evaluate` needs to work in.
  var scratchCount: Int {
    if case .program(let program) = form { program.registerCount } else { 0 }
  }

  func prepare(_ scratch: UnsafeMutablePointer<Double>) {
    if case .program(let program) = form { program.prepare(scratch) }
  }

  /// Writes the gradient and returns the loss.
  @inline(__always)
  func evaluate(
    at point: UnsafePointer<Double>,
    gradient: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    switch form {
    case .program(let program):
      for index in parameters.indices { scratch[index] = point[index] }
      program.run(scratch)
      for index in parameters.indices { gradient[index] = scratch[program.outputs[index + 1]] }
      return scratch[program.outputs[0]]
    case .trees(let trees, let captured):
      let values = parameters.indices.map { point[$0] }
      let names = parameters
      var evaluator = Evaluator(lookup: { name in
        for (index, parameter) in names.enumerated() where parameter == name {
          return .number(values[index])
        }
        return captured[name]
      })
      for index in parameters.indices {
        gradient[index] = Self.number(&evaluator, trees[index + 1])
      }
      return Self.number(&evaluator, trees[0])
    }
  }

  /// The loss at a point, for pictures and finite differences.
  func loss(at point: [Double]) -> Double {
    lossAndGradient(at: point).loss
  }

  func lossAndGradient(at point: [Double]) -> (loss: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: parameters.count)
    var scratch = [Double](repeating: 0, count: max(scratchCount, 1))
    let loss = point.withUnsafeBufferPointer { point in
      gradient.withUnsafeMutableBufferPointer { gradient in
        scratch.withUnsafeMutableBufferPointer { scratch -> Double in
          guard let p = point.baseAddress, let g = gradient.baseAddress,
            let s = scratch.baseAddress
          else { return .nan }
          prepare(s)
          return evaluate(at: p, gradient: g, scratch: s)
        }
      }
    }
    return (loss, gradient)
  }

  /// A tree's number; not-a-number where it has none (checked when the problem was set).
  private static func number(_ evaluator: inout Evaluator, _ tree: Expression) -> Double {
    do throws(Diagnostic) {
      return try evaluator.number(of: tree)
    } catch {
      return .nan
    }
  }
}
