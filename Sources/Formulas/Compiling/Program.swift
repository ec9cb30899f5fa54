package import Arithmetic

/// A formula compiled to straight-line code over registers.
///
/// Equal parts are computed once; every operation is the one written, in an order that keeps its
/// operands' values, so a program's results are the evaluator's, bit for bit. Registers: the inputs,
/// then the constants, then the results of instructions.
package struct Program<Scalar: Real>: Sendable {
  package enum Operation: UInt8, Sendable {
    case add, subtract, multiply, divide, power, negate
    case less, lessOrEqual, equal, select, and, or, not, call
    case max, min, atan2, hypot, mod
  }

  package struct Instruction: Sendable {
    var operation: Operation
    var function: ElementaryFunction = .abs
    var a: Int32
    var b: Int32 = 0
    var c: Int32 = 0
  }

  package let inputCount: Int
  package let constants: [Scalar]
  package let instructions: [Instruction]
  /// The registers that hold the results asked for.
  package let outputs: [Int]

  package var registerCount: Int { inputCount + constants.count + instructions.count }

  /// Puts the constants in their place, `width` times each; once for each set of registers.
  package func prepare(_ registers: UnsafeMutablePointer<Scalar>, width: Int = 1) {
    for index in constants.indices {
      let place = registers + (inputCount + index) * width
      place.update(repeating: constants[index], count: width)
    }
  }

  /// Runs all instructions; inputs and constants must be in place.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  package func run(_ r: UnsafeMutablePointer<Scalar>) {
    var target = inputCount + constants.count
    instructions.withUnsafeBufferPointer { code in
      for i in code {
        let a = r[Int(i.a)]
        let result: Scalar
        switch i.operation {
        case .add: result = a + r[Int(i.b)]
        case .subtract: result = a - r[Int(i.b)]
        case .multiply: result = a * r[Int(i.b)]
        case .divide: result = a / r[Int(i.b)]
        case .power: result = Scalar.power(a, r[Int(i.b)])
        case .negate: result = -a
        case .max: result = Evaluator.larger(a, r[Int(i.b)])
        case .min: result = Evaluator.smaller(a, r[Int(i.b)])
        case .less: result = a < r[Int(i.b)] ? 1 : 0
        case .lessOrEqual: result = a <= r[Int(i.b)] ? 1 : 0
        case .equal: result = a == r[Int(i.b)] ? 1 : 0
        case .select: result = a != 0 ? r[Int(i.b)] : r[Int(i.c)]
        case .and: result = a != 0 && r[Int(i.b)] != 0 ? 1 : 0
        case .or: result = a != 0 || r[Int(i.b)] != 0 ? 1 : 0
        case .not: result = a == 0 ? 1 : 0
        case .atan2: result = PairFunction.atan2(a, r[Int(i.b)])
        case .hypot: result = PairFunction.hypot(a, r[Int(i.b)])
        case .mod: result = PairFunction.mod(a, r[Int(i.b)])
        case .call: result = i.function(a)
        }
        r[target] = result
        target += 1
      }
    }
  }

  /// The outputs for these inputs; for single use, loops keep their own registers.
  package func callAsFunction(_ inputs: [Scalar]) -> [Scalar] {
    var registers = inputs + constants
    registers += [Scalar](repeating: 0, count: instructions.count)
    return registers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      run(base)
      return outputs.map { base[$0] }
    }
  }
}
