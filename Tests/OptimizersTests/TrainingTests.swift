import Optimizers
import Testing

@Suite struct TrainingTests {
  @Test("many arrays are stepped as each alone, whatever the rule", arguments: RuleCase.plain)
  func manyArrays(_ row: RuleCase) throws {
    let optimizer = try Optimizer<Float>(row.settings)
    let lengths = [3, 0, 40, 1]
    var layers = lengths.map { [Float](repeating: 1, count: $0) }
    var alone = layers
    var state = optimizer.state(for: layers)
    var states = lengths.map { optimizer.state(count: $0) }
    for t in 1...4 {
      let gradients = lengths.map { n in (0..<n).map { Float($0 - t) } }
      try optimizer.step(&layers, gradient: gradients, state: &state)
      for index in lengths.indices {
        try optimizer.step(&alone[index], gradient: gradients[index], state: &states[index])
      }
    }
    #expect(layers == alone)
  }

  @Test("arrays that do not fit are refused, and nothing has changed")
  func shapes() throws {
    let adam = try Optimizer<Double>(.adam)
    var groups = [ParameterGroup([[1.0, 2], [3]], adam), ParameterGroup([[4.0]], adam)]
    let before = groups.map { $0.parameters }
    let wrong: [([[[Double]]], String)] = [
      ([[[1, 1], [1]]], "2 arrays of parameters, but 1 of gradients"),
      ([[[1, 1], [1]], []], "1 arrays of parameters, but 0 of gradients"),
      ([[[1, 1], [1]], [[1, 2]]], "1 parameters, but a gradient of 2"),
    ]
    for (gradients, message) in wrong {
      let error = #expect(throws: ShapeError.self) { try groups.step(gradients: gradients) }
      #expect(error?.message == message)
      #expect(groups.map { $0.parameters } == before && groups[0].state.t == 0)
    }
  }

  @Test("a chain in parts and in many arrays has the bits of a chain of one")
  func chainInParts() throws {
    let chain = try Optimizer<Float>.chain(
      .decay(0.1),
      .clip(norm: 2),
      .map { g, w in g + w * w },
      rule: Optimizer(.adam),
      decay: 0.01
    )
    let count = 70_000
    let g = (0..<count).map { Float($0 % 17) - 8 }
    var (whole, parted) = ([Float](repeating: 1, count: count), [Float](repeating: 1, count: count))
    var split = [Array(whole[..<32_000]), Array(whole[32_000...])]
    var states = [chain.state(count: count), chain.state(count: count), chain.state(for: split)]
    for _ in 1...3 {
      try chain.step(&whole, gradient: g, state: &states[0])
      try chain.step(&parted, gradient: g, state: &states[1], parts: 4) { count, part in
        for index in (0..<count).reversed() { part(index) }
      }
      try chain.step(
        &split,
        gradient: [Array(g[..<32_000]), Array(g[32_000...])],
        state: &states[2]
      )
    }
    #expect(whole == parted && whole == split.flatMap { $0 })
    #expect(states[0] == states[1] && states[0] == states[2])
  }

  @Test("pieces come in the order of writing, and a clip sees what those before it did")
  func order() throws {
    let gd = try Optimizer<Double>(.gd, ["alpha": 1])
    func step(_ chain: Optimizer<Double>) throws -> [Double] {
      var w = [3.0, 0]
      var state = chain.state(count: 2)
      try chain.step(&w, gradient: [0, 4], state: &state)
      return w
    }
    #expect(try step(.chain(.decay(1), .clip(norm: 1), rule: gd)) == [3 - 0.6, -0.8])
    #expect(try step(.chain(.clip(norm: 1), .decay(1), rule: gd)) == [0, -1])
    let nested = try Optimizer.chain(.clip(norm: 1), rule: .chain(.decay(1), rule: gd))
    #expect(try step(nested) == [0, -1])
    #expect(try step(.chain(rule: gd, decay: 0.5)) == [1.5, -4])
  }

  @Test("numbers out of range are refused")
  func ranges() throws {
    let gd = try Optimizer<Double>(.gd)
    let error = #expect(throws: HyperparameterError.self) {
      try Optimizer.chain(.clip(norm: 0), rule: gd)
    }
    #expect(error?.message == "clip_norm must be above 0, not 0")
    for wrong in [Double.nan, -1, .infinity] {
      #expect(throws: HyperparameterError.self) { try Optimizer.chain(.decay(wrong), rule: gd) }
      #expect(throws: HyperparameterError.self) { try Optimizer.chain(rule: gd, decay: wrong) }
      #expect(throws: HyperparameterError.self) {
        try Optimizer.chain(.clip(value: wrong), rule: gd)
      }
    }
  }

  @Test("a schedule of any numbers gives a value")
  func strangeSchedules() {
    for updates in [Int.min, -1, 0, 1, .max] {
      #expect(Schedule.linear(from: 1, to: 2, over: 0)(updates) == 2)
      #expect(Schedule.cosine(from: 1, over: -3)(updates) == 0)
      #expect(Schedule.exponential(from: 1, rate: 1, every: 0)(updates) == 1)
      #expect(Schedule.joined([], at: [3])(updates) == 0)
      #expect(Schedule.joined([.constant(1)], at: [0, 3])(updates) == 1)
    }
  }

  @Test("optimizers, chains and states print what they are")
  func printing() throws {
    let adam = try Optimizer<Float>(.adam, dialect: .keras, ["alpha": 0.1])
    let text =
      "adam(alpha=0.1, beta1=0.9, beta2=0.999, eps=1e-7, weight_decay=0, corrected=true, "
      + "dialect=keras)"
    #expect("\(adam)" == text)
    let chain = try Optimizer.chain(
      .clip(norm: 1),
      .decay(0.5),
      rule: adam,
      decay: 0.25,
      schedule: .scaled(by: 2, .warmUpCosine(to: 0.5, over: 10, then: 0.25, over: 90))
    )
    let schedule = "2 * joined(linear(0 to 0.5 over 10) from 10 cosine(0.5 to 0.25 over 90))"
    #expect("\(chain)" == "chain(clip_norm(1), decay(0.5), \(text), decay(0.25), \(schedule))")
    #expect("\(adam.state(count: 2))" == "adam(dialect=keras) after 0 updates of 2 parameters")
  }

  @Test("settings by a dictionary: the same mistake is told every time")
  func dictionary() throws {
    let adam = try Optimizer<Double>(
      named: "adam",
      ["alpha": 1, "corrected": false, "dialect": "keras"]
    )
    #expect(adam.settings?["corrected"] == 0 && adam.settings?.dialect == .keras)
    let wrong = ["zeta": 1.0, "beta": 2, "gamma": 3]
    for _ in 1...20 {
      let error = #expect(throws: HyperparameterError.self) {
        try RuleSettings(.adam, numbers: wrong)
      }
      #expect(error?.message == "adam has no setting 'beta'")
    }
  }

  @Test("a rule of one's own has a name, settings and a state that is its own")
  func ownRule() throws {
    struct Signed: Rule {
      static let name = "signed"
      let settings = [Setting("beta", 0.5)]
      func write<U: Update>(_ on: inout U) {
        let (alpha, beta) = (on.alpha, on[settings[0]])
        let v = on.slot("v")
        on.each { x in
          let v = x.keep(v, beta * x[v] + x.g)
          x.step(x.w, less: alpha * .sign(v))
        }
      }
    }
    let signed = Optimizer<Double>(Signed(), alpha: 0.25)
    #expect("\(signed)" == "signed(alpha=0.25, beta=0.5)")
    let chain = try Optimizer.chain(.clip(value: 1), rule: signed, schedule: .constant(0.5))
    var w = [1.0]
    var state = chain.state(count: 1)
    try chain.step(&w, gradient: [3], state: &state)
    #expect(w == [0.5] && state["v"] == [1] && state.rule == "signed" && state.settings == nil)
    let momentum = try Optimizer<Double>(.momentum)
    #expect(throws: ShapeError.otherRule("signed", expected: "momentum")) {
      try momentum.step(&w, gradient: [3], state: &state)
    }
  }
}
