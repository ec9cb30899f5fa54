import Arithmetic
import Formulas
import Testing

/// Every kind of instruction, a scalar slot, an elementwise one with a start of its own.
private let everything = """
  every(alpha=0.1, beta=0.9) {
    slot u = 0.25
    n = n + beta
    v = beta*v + (1 - beta)*g
    u = max(beta*u, abs(g)) - min(v, 0.01) / (1 + n)
    a = where(g < v and not (u == 0) or w >= 1.5, sqrt(abs(v)), -sign(g))
    b = exp(-g^2) + tanh(w)^3 + abs(w)^1.5 + floor(w) + where(g <= 0, 1, 0)
    w = w - alpha * (a + b) / u^(1 + 1/t)
  }
  """

private func check<Scalar: Real>(_: Scalar.Type, count: Int) throws {
  let sheet = try RuleSheet(parsing: everything)
  let program = try SheetProgram<Scalar>(sheet)
  var numbers = SeededGenerator(seed: 5)
  let start = (0..<count).map { _ in Scalar(numbers.normal()) }
  let gradients = (0..<4).map { _ in (0..<count).map { _ in Scalar(numbers.normal()) } }
  func run(_ range: Range<Int>) -> [[Scalar]] {
    var w = Array(start[range])
    var slots = sheet.slots.map {
      [Scalar](repeating: Scalar($0.initial), count: $0.isScalar ? 1 : range.count)
    }
    for t in 1...4 {
      program.step(
        t: t,
        settings: [0.1, 0.9],
        w: &w,
        g: Array(gradients[t - 1][range]),
        slots: &slots
      )
    }
    return [w] + slots
  }
  let together = run(0..<count)
  for index in 0..<count {
    for (all, alone) in zip(together, run(index..<index + 1)) {
      try #require(all[all.count == 1 ? 0 : index] == alone[0], "component \(index) of \(count)")
    }
  }
}

@Test(
  "many components in blocks come out as each alone, bit for bit",
  arguments: [2, 63, 64, 65, 128, 200]
)
func blocksAreExact(_ count: Int) throws {
  try check(Double.self, count: count)
  try check(Float.self, count: count)
}
