import Foundation
import Optimizers
import Testing

@Suite struct SavingTests {
  private func saved<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test("a saved state goes on with the same bits, in Float and Double", arguments: RuleCase.plain)
  func bits(_ row: RuleCase) throws {
    try bits(row, as: Float.self)
    try bits(row, as: Double.self)
  }

  private func bits<Scalar: OptimizerScalar>(_ row: RuleCase, as _: Scalar.Type) throws {
    let optimizer = try Optimizer<Scalar>(row.settings)
    var w: [Scalar] = [1, -2, 0.1]
    var state = optimizer.state(count: 3)
    for _ in 1...3 { try optimizer.step(&w, gradient: [0.3, 7, -1e-3], state: &state) }
    var (later, restored) = (w, try saved(state))
    #expect(restored == state && restored.settings == row.settings)
    for _ in 1...3 {
      try optimizer.step(&w, gradient: [0.3, 7, -1e-3], state: &state)
      try optimizer.step(&later, gradient: [0.3, 7, -1e-3], state: &restored)
    }
    #expect(w == later && restored == state)
    #expect(try saved(row.settings) == row.settings)
  }

  @Test("what is infinite or no number is saved as well")
  func nonFinite() throws {
    let adam = try Optimizer<Double>(.adam)
    var w = [1.0, 1, 1]
    var state = adam.state(count: 3)
    try adam.step(&w, gradient: [.infinity, .nan, -0.0], state: &state)
    let restored = try saved(state)
    let bits = { (state: OptimizerState<Double>) in
      state.values.map { $0.map { $0.bitPattern } }
    }
    #expect(bits(restored) == bits(state))
  }

  @Test("a state is refused by another rule, by another dialect, but not by other numbers")
  func otherRule() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var w = [1.0]
    var state = try saved(adam.state(count: 1))
    let refused = #expect(throws: ShapeError.self) {
      try Optimizer<Double>(.adamax).step(&w, gradient: [1], state: &state)
    }
    #expect(refused?.message == "a state of adam, where the rule is adamax")
    let keras = try Optimizer<Double>(.adam, dialect: .keras)
    let dialect = #expect(throws: ShapeError.self) {
      try keras.step(&w, gradient: [1], state: &state)
    }
    #expect(dialect?.message == "a state of adam, where the rule is adam(dialect=keras)")
    #expect(w == [1] && state.t == 0)
    let slower = try Optimizer<Double>(.adam, ["alpha": 0.01])
    try slower.step(&w, gradient: [1], state: &state)
    #expect(state.settings == slower.settings)
  }

  @Test(
    "a file that does not fit is refused",
    arguments: [
      (#""count":2"#, #""count":3"#), (#""t":0"#, #""t":-1"#),
      (#""rule":"adam""#, #""rule":"adman""#), (#""beta1":0.9"#, #""beta1":1.5"#),
      (#""isShared":false"#, #""isShared":true"#),
    ]
  )
  func corrupt(_ right: String, _ wrong: String) throws {
    let state = try Optimizer<Double>(.adam).state(count: 2)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(state), as: UTF8.self)
    #expect(text.contains(right), "\(text)")
    let bad = text.replacing(right, with: wrong)
    #expect(throws: (any Error).self) {
      let read = try JSONDecoder().decode(OptimizerState<Double>.self, from: Data(bad.utf8))
      var (w, state) = ([0.0, 0], read)
      try Optimizer<Double>(.adam).step(&w, gradient: [0, 0], state: &state)
    }
  }
}
