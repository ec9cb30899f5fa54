import Arithmetic

// The same instructions for many components at once: every register holds a row of numbers, and each
// instruction runs over the row, which the compiler turns into vectors. Each component's operations
// are those of `run`, in the same order, so the bits are the same.
extension Program {
  /// How many components a row holds.
  package static var blockWidth: Int { 64 }

  /// Runs all instructions on rows of `blockWidth` numbers; inputs and constants must be in place.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  package func runBlock(_ r: UnsafeMutablePointer<Scalar>) {
    let width = Self.blockWidth
    var target = r + (inputCount + constants.count) * width
    instructions.withUnsafeBufferPointer { code in
      for i in code {
        let row = Row(
          a: UnsafePointer(r + Int(i.a) * width),
          b: UnsafePointer(r + Int(i.b) * width),
          c: UnsafePointer(r + Int(i.c) * width),
          target: target
        )
        switch i.operation {
        case .add: row.each { a, b in a + b }
        case .subtract: row.each { a, b in a - b }
        case .multiply: row.each { a, b in a * b }
        case .divide: row.each { a, b in a / b }
        case .power: row.each { a, b in Scalar.power(a, b) }
        case .negate: row.each { a, _ in -a }
        case .max: row.each { a, b in Evaluator.larger(a, b) }
        case .min: row.each { a, b in Evaluator.smaller(a, b) }
        case .less: row.each { a, b in a < b ? 1 : 0 }
        case .lessOrEqual: row.each { a, b in a <= b ? 1 : 0 }
        case .equal: row.each { a, b in a == b ? 1 : 0 }
        case .select: row.select()
        case .and: row.each { a, b in a != 0 && b != 0 ? 1 : 0 }
        case .or: row.each { a, b in a != 0 || b != 0 ? 1 : 0 }
        case .not: row.each { a, _ in a == 0 ? 1 : 0 }
        case .atan2: row.each { a, b in PairFunction.atan2(a, b) }
        case .hypot: row.each { a, b in PairFunction.hypot(a, b) }
        case .mod: row.each { a, b in PairFunction.mod(a, b) }
        case .call where i.function == .sqrt: row.each { a, _ in Scalar.root(a) }
        case .call: row.each { a, _ in i.function(a) }
        }
        target += width
      }
    }
  }

  /// The operands of one instruction and where its results go, which is never an operand.
  private struct Row {
    let a: UnsafePointer<Scalar>
    let b: UnsafePointer<Scalar>
    let c: UnsafePointer<Scalar>
    let target: UnsafeMutablePointer<Scalar>

    @inline(__always)
    func each(_ operation: (Scalar, Scalar) -> Scalar) {
      for index in 0..<Program.blockWidth { target[index] = operation(a[index], b[index]) }
    }

    @inline(__always)
    func select() {
      for index in 0..<Program.blockWidth {
        target[index] = a[index] != 0 ? b[index] : c[index]
      }
    }
  }
}
