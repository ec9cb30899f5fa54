import Optimizers
import Testing

/// Properties that every rule in the catalog has.
@Suite struct CatalogTests {
  @Test("a rule's name leads back to its entry", arguments: RuleCatalog.entries)
  func names(_ rule: OptimizerRule) throws {
    let entry = try RuleCatalog.entry(named: rule.name)
    #expect(entry == rule)
    #expect(entry.settings.first?.name == "alpha")
    #expect(entry.dialects.contains(entry.defaultDialect))
    #expect(entry.example.contains("with \(rule.name)("))
    #expect(!entry.summary.isEmpty && entry.summary.last != ".")
    #expect(Set(entry.settingNames).count == entry.settingNames.count)
  }

  @Test("every default lies in its range", arguments: RuleCase.plain)
  func defaults(_ row: RuleCase) throws {
    for setting in row.settings.rule.settings {
      if let value = row.settings[setting.name] {
        #expect(setting.range.contains(value), "\(setting.name)")
      }
    }
    // Rounded to Float they still do.
    _ = try Optimizer<Float>(row.settings)
  }

  @Test(
    "a setting out of range is refused with its range in the message",
    arguments: RuleCase.plain
  )
  func ranges(_ row: RuleCase) {
    let entry = row.settings.rule
    for setting in entry.settings where setting.kind == .number {
      guard setting.dialects.contains(row.settings.dialect) else { continue }
      let bad =
        [-1, .nan, .infinity, -.infinity]
        + (setting.range.isLowerIncluded ? [] : [setting.range.lower])
        + (setting.range.upper.isFinite ? [setting.range.upper + 1] : [])
      for value in bad {
        let error = #expect(throws: HyperparameterError.self) {
          try RuleSettings(
            entry,
            dialect: row.settings.dialect,
            [setting.name: value]
          )
        }
        #expect(error?.message.contains("\(setting.name) must be \(setting.range.words)") == true)
      }
    }
  }

  @Test("a zero gradient leaves a fresh parameter where it is", arguments: RuleCase.plain)
  func zeroGradient(_ row: RuleCase) throws {
    var settings = row.settings
    for name in ["weight_decay", "initial_accumulator"] where settings[name] != nil {
      settings = try settings.setting(name, to: 0)
    }
    let kernel = try Optimizer<Double>(settings)
    var state = kernel.state(count: 2)
    var w = [3.0, -0.25]
    for _ in 1...20 { try kernel.step(&w, gradient: [0, 0], state: &state) }
    #expect(w == [3, -0.25])
    #expect(state.t == 20)
  }

  @Test("weight decay alone pulls towards 0", arguments: RuleCase.plain)
  func weightDecay(_ row: RuleCase) throws {
    guard row.settings["weight_decay"] != nil else { return }
    let settings = try row.settings.setting("weight_decay", to: 0.1).setting("alpha", to: 0.01)
    let kernel = try Optimizer<Double>(settings)
    var state = kernel.state(count: 2)
    var w = [3.0, -2.0]
    for _ in 1...20 { try kernel.step(&w, gradient: [0, 0], state: &state) }
    #expect(w[0] < 3 && w[0] > 0)
    #expect(w[1] > -2 && w[1] < 0)
  }

  @Test("a saved and restored run goes on with the same bits", arguments: RuleCase.plain)
  func saveAndRestore(_ row: RuleCase) throws {
    let kernel = try Optimizer<Float>(row.settings)
    var w: [Float] = [-5, 2]
    var state = kernel.state(count: 2)
    func gradient(_ w: [Float]) -> [Float] { [2 * w[0], 20 * w[1]] }
    for _ in 1...7 { try kernel.step(&w, gradient: gradient(w), state: &state) }
    var later = w
    var restored = try kernel.state(count: 2, t: state.t, values: state.values)
    #expect(restored == state)
    for _ in 1...7 {
      try kernel.step(&w, gradient: gradient(w), state: &state)
      try kernel.step(&later, gradient: gradient(later), state: &restored)
    }
    #expect(w == later)
    #expect(state == restored)
  }

  @Test("parameters in two arrays go the way of one", arguments: RuleCase.plain)
  func separateStates(_ row: RuleCase) throws {
    let kernel = try Optimizer<Double>(row.settings)
    var both = [1.0, -2, 0.5]
    var (weights, bias) = ([1.0, -2], [0.5])
    var bothState = kernel.state(count: 3)
    var (weightsState, biasState) = (kernel.state(count: 2), kernel.state(count: 1))
    for t in 1...10 {
      let g = [Double(t), -0.1 * Double(t), 0.3]
      try kernel.step(&both, gradient: g, state: &bothState)
      try kernel.step(&weights, gradient: [g[0], g[1]], state: &weightsState)
      try kernel.step(&bias, gradient: [g[2]], state: &biasState)
    }
    // A layer's norm is that of its own array.
    #expect((both == weights + bias) == (row.settings.rule != .lamb))
  }

  @Test(
    "arrays of one call are clipped together, and so is the mean of the cautious mask",
    arguments: RuleCase.plain
  )
  func arraysTogether(_ row: RuleCase) throws {
    let settings = try row.settings.setting("clip", to: 0.5).setting("cautious", to: 1)
    let kernel = try Optimizer<Double>(settings)
    let isLayered = settings.rule == .lamb
    var one = [1.0, -2, 0.5, 3, 1]
    var many = [[1.0, -2], [], [0.5], [3.0, 1]]
    var (state, manyState) = (kernel.state(count: 5), kernel.state(for: many))
    for t in 1...10 {
      let g = [Double(t), -0.1, t < 8 ? 0.3 : -0.003, 0.2, -0.4]
      try kernel.step(&one, gradient: g, state: &state)
      try kernel.step(
        &many,
        gradient: [[g[0], g[1]], [], [g[2]], [g[3], g[4]]],
        state: &manyState
      )
    }
    #expect((one == many.flatMap { $0 }) == !isLayered)
    // Alone an array has a norm and a mean of its own: of the others one turns at last.
    var apart = [1.0, -2]
    var apartState = kernel.state(count: 2)
    for t in 1...10 {
      try kernel.step(&apart, gradient: [Double(t), -0.1], state: &apartState)
    }
    #expect(apart != many[0])
  }

  @Test("clipping in a rule and before it are the same to the bit", arguments: RuleCase.plain)
  func clippingIsAPiece(_ row: RuleCase) throws {
    let inside = try Optimizer<Float>(row.settings.setting("clip", to: 0.5))
    let form: Piece<Float>.ClipForm = row.settings.dialect == .pytorch ? .pytorch : .optax
    let before = try Optimizer<Float>.chain(
      .clip(norm: 0.5, as: form),
      rule: Optimizer(row.settings)
    )
    var (w, other) = ([Float](repeating: 1, count: 13), [Float](repeating: 1, count: 13))
    var (state, otherState) = (inside.state(count: 13), before.state(count: 13))
    for t in 1...10 {
      let g = (0..<13).map { Float(($0 * 7 + t) % 5 - 2) / Float(t) }
      try inside.step(&w, gradient: g, state: &state)
      try before.step(&other, gradient: g, state: &otherState)
    }
    #expect(w == other)
  }

  @Test("the bowl and the ravine are descended", arguments: RuleCase.plain)
  func converges(_ row: RuleCase) throws {
    try descend(row.settings, from: [-5, 2], slopes: [2, 20])
    try descend(row.settings, from: [-8, 1], slopes: [1, 100])
  }

  /// From the start to below a thousandth of its loss; `slopes` are the second derivatives.
  private func descend(
    _ settings: RuleSettings,
    from start: [Double],
    slopes: [Double]
  ) throws {
    let steep = slopes[1]
    let alpha: Double
    switch settings.rule {
    case .gd: alpha = 1.6 / steep
    case .momentum: alpha = settings.dialect == .lecture ? 3 / steep : 0.3 / steep
    case .adagrad: alpha = 1
    case .adadelta: alpha = 0.05
    case .radam: alpha = 0.015
    default: alpha = 0.03
    }
    var plain = try settings.setting("alpha", to: alpha)
    if settings.rule == .adadelta { plain = try plain.setting("eps", to: 1e-4) }
    if plain["weight_decay"] != nil { plain = try plain.setting("weight_decay", to: 0) }
    let kernel = try Optimizer<Double>(plain)
    var state = kernel.state(count: 2)
    var w = start
    func loss() -> Double { zip(w, slopes).map { $0 * $0 * $1 / 2 }.reduce(0, +) }
    let first = loss()
    for _ in 1...3000 {
      try kernel.step(&w, gradient: zip(w, slopes).map { $0 * $1 }, state: &state)
    }
    #expect(loss() < first / 1000, "\(w)")
  }
}
