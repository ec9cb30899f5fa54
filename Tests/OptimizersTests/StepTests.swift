import Arithmetic
import Optimizers
import Testing

@Suite struct StepTests {
  @Test("arrays that do not fit are refused, and nothing has changed")
  func shapes() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var w = [1.0, 2]
    var state = adam.state(count: 2)
    let fresh = state
    let short = #expect(throws: ShapeError.self) {
      try adam.step(&w, gradient: [1], state: &state)
    }
    #expect(short?.message == "2 parameters, but a gradient of 1")
    var other = adam.state(count: 3)
    let foreign = #expect(throws: ShapeError.self) {
      try adam.step(&w, gradient: [1, 1], state: &other)
    }
    #expect(foreign?.message == "2 parameters, but a state for 3")
    var plain = try Optimizer<Double>(.gd, ["alpha": 0.1]).state(count: 2)
    let rule = #expect(throws: ShapeError.self) {
      try adam.step(&w, gradient: [1, 1], state: &plain)
    }
    #expect(rule?.message == "a state of gd, where the rule is adam")
    #expect(w == [1, 2])
    #expect(state == fresh)
  }

  @Test("a saved state that does not fit is refused")
  func restoring() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    #expect(throws: ShapeError.savedState(slots: 1, expected: 2)) {
      try adam.state(count: 2, t: 1, values: [[1, 1]])
    }
    #expect(throws: ShapeError.savedSlot("s", count: 1, expected: 2)) {
      try adam.state(count: 2, t: 1, values: [[1, 1], [1]])
    }
    #expect(throws: ShapeError.savedState(slots: 2, expected: 2)) {
      try adam.state(count: 1, t: -1, values: [[1], [1]])
    }
  }

  @Test("the last count of updates there is stays, and is no crash", arguments: RuleCase.plain)
  func lastCount(_ row: RuleCase) throws {
    let kernel = try Optimizer<Double>(row.settings)
    let fresh = kernel.state(count: 1)
    var state = try kernel.state(count: 1, t: .max - 1, values: fresh.values)
    var w = [1.0]
    for _ in 1...3 { try kernel.step(&w, gradient: [2], state: &state) }
    #expect(state.t == .max)
    #expect(w[0] < 1)
  }

  @Test("no parameters are fine", arguments: RuleCatalog.entries)
  func empty(_ rule: OptimizerRule) throws {
    let kernel = try Optimizer<Float>(RuleSettings(rule))
    var w: [Float] = []
    var state = kernel.state(count: 0)
    try kernel.step(&w, gradient: [], state: &state)
    #expect(state.t == 1)
  }

  @Test("spans and buffers are stepped as arrays are", arguments: RuleCase.plain)
  func storage(_ row: RuleCase) throws {
    let kernel = try Optimizer<Double>(row.settings)
    var (array, buffer, span) = ([1.0, -2, 3], [1.0, -2, 3], [1.0, -2, 3])
    var states = [kernel.state(count: 3), kernel.state(count: 3), kernel.state(count: 3)]
    for t in 1...5 {
      let g = [0.5, Double(t), -1]
      try kernel.step(&array, gradient: g, state: &states[0])
      try buffer.withUnsafeMutableBufferPointer { w in
        try g.withUnsafeBufferPointer { try kernel.step(w, gradient: $0, state: &states[1]) }
      }
      var mutable = span.mutableSpan
      try kernel.step(&mutable, gradient: g.span, state: &states[2])
    }
    #expect(array == buffer && array == span)
    #expect(states[0] == states[1] && states[0] == states[2])
  }

  @Test("a learning rate for one step is as if the rule had it", arguments: RuleCase.plain)
  func schedule(_ row: RuleCase) throws {
    let kernel = try Optimizer<Double>(row.settings)
    var (w, other) = ([1.0, -2], [1.0, -2])
    var (state, otherState) = (kernel.state(count: 2), kernel.state(count: 2))
    for t in 1...5 {
      let alpha = 0.1 / (1 + 0.5 * Double(t))
      try kernel.step(&w, gradient: [1, 0.5], state: &state, alpha: alpha)
      let fixed = try Optimizer<Double>(row.settings.setting("alpha", to: alpha))
      try fixed.step(&other, gradient: [1, 0.5], state: &otherState)
    }
    #expect(w == other)
  }

  @Test("infinite gradients give values, not a crash", arguments: RuleCase.plain)
  func infinite(_ row: RuleCase) throws {
    let kernel = try Optimizer<Float>(row.settings)
    var w: [Float] = [1, 1, 1]
    var state = kernel.state(count: 3)
    for _ in 1...3 {
      try kernel.step(&w, gradient: [.infinity, -.infinity, .nan], state: &state)
    }
    #expect(!w.contains { $0 == 1 })
  }

  @Test("a copy of the state is a checkpoint")
  func checkpoints() throws {
    let adam = try Optimizer<Float>(.adam, ["alpha": 0.1])
    var w: [Float] = [1, 2]
    var state = adam.state(count: 2)
    try adam.step(&w, gradient: [1, 1], state: &state)
    let (there, then) = (w, state)
    try adam.step(&w, gradient: [3, -1], state: &state)
    var (again, replay) = (there, then)
    try adam.step(&again, gradient: [3, -1], state: &replay)
    #expect(again == w && replay == state && then.t == 1)
  }
}

extension StepTests {
  @Test("a step in parts gives the bits of a whole one", arguments: RuleCase.plain)
  func parts(_ row: RuleCase) throws {
    let kernel = try Optimizer<Float>(row.settings)
    let count = 70_001
    let g = (0..<count).map { Float($0 % 17) - 8 }
    var (whole, shared) = ([Float](repeating: 1, count: count), [Float](repeating: 1, count: count))
    var (wholeState, sharedState) = (kernel.state(count: count), kernel.state(count: count))
    for parts in [1, 2, 3, 4, 100] {
      try kernel.step(&whole, gradient: g, state: &wholeState)
      try shared.withUnsafeMutableBufferPointer { w in
        try g.withUnsafeBufferPointer { g in
          try kernel.step(w, gradient: g, state: &sharedState, parts: parts) { count, part in
            for index in (0..<count).reversed() { part(index) }
          }
        }
      }
    }
    #expect(whole == shared)
    #expect(wholeState == sharedState)
  }

  @Test(
    "every length gives the bits of its elements alone",
    arguments: [OptimizerRule.adam, .adamw],
    [Dialect.lecture, .pytorch]
  )
  func lengths(_ rule: OptimizerRule, _ dialect: Dialect) throws {
    try lengths(RuleSettings(rule, dialect: dialect), as: Float.self)
    try lengths(RuleSettings(rule, dialect: dialect), as: Double.self)
  }

  @Test(
    "arrays beyond the caches have the bits of their parts",
    arguments: [Dialect.lecture, .pytorch]
  )
  func large(_ dialect: Dialect) throws {
    let kernel = try Optimizer<Float>(RuleSettings(.adam, dialect: dialect))
    let count = 600_003
    let g = (0..<count).map { Float($0 % 1009) / 1009 - 0.5 }
    var (whole, parted) = ([Float](repeating: 1, count: count), [Float](repeating: 1, count: count))
    var (state, partedState) = (kernel.state(count: count), kernel.state(count: count))
    for _ in 1...2 {
      try kernel.step(&whole, gradient: g, state: &state)
      try parted.withUnsafeMutableBufferPointer { w in
        try g.withUnsafeBufferPointer { g in
          try kernel.step(w, gradient: g, state: &partedState, parts: 36) { count, part in
            for index in 0..<count { part(index) }
          }
        }
      }
    }
    #expect(whole == parted)
    #expect(state == partedState)
  }

  private func lengths<Scalar: OptimizerScalar>(
    _ settings: RuleSettings,
    as: Scalar.Type
  ) throws {
    let kernel = try Optimizer<Scalar>(settings)
    for count in 1...70 {
      var w = (0..<count).map { Scalar($0) - 20 }
      let g = (0..<count).map { 1 / (Scalar($0) + 1) }
      let start = w
      var state = kernel.state(count: count)
      for _ in 1...3 { try kernel.step(&w, gradient: g, state: &state) }
      for index in 0..<count {
        var (one, oneState) = ([start[index]], kernel.state(count: 1))
        for _ in 1...3 { try kernel.step(&one, gradient: [g[index]], state: &oneState) }
        #expect(one[0] == w[index])
      }
    }
  }
}
