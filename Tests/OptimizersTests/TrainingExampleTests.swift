import Optimizers
import Testing

/// The examples of the documentation of `Training`, line by line, with what they promise.
@Suite struct TrainingExampleTests {
  @Test("a chain, many arrays and an average")
  func chain() throws {
    let chain = try Optimizer<Double>.chain(
      .clip(norm: 1),
      .decay(0.01),
      rule: Optimizer(.adam, ["beta2": 0.99]),
      schedule: .warmUpCosine(to: 0.1, over: 10, then: 0.001, over: 90)
    )
    var layers = [[-5.0, 2.0], [3.0]]
    var state = chain.state(for: layers)
    var average = try ParameterAverage<Double>(.decaying(0.9))
    for _ in 1...100 {
      try chain.step(&layers, gradient: layers, state: &state)  // of (x^2 + y^2 + z^2) / 2
      try average.add(layers)
    }
    #expect(abs(layers[0][1]) < 0.5 && abs(average.values[0][1] - layers[0][1]) < 0.1)
  }

  @Test("many arrays")
  func manyArrays() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var layers = [[1.0, 2.0], [3.0]]
    var state = adam.state(for: layers)
    try adam.step(&layers, gradient: [[1, -1], [2]], state: &state)
    #expect(abs(layers[0][1] - 2.1) < 1e-8 && abs(layers[1][0] - 2.9) < 1e-8)
  }

  @Test("groups")
  func groups() throws {
    let adamw = try RuleSettings(.adamw, ["alpha": 0.1, "weight_decay": 0.5])
    var groups = [
      ParameterGroup([[1.0, 2.0], [3.0]], try Optimizer(adamw)),
      ParameterGroup([[4.0]], try Optimizer(adamw.setting("weight_decay", to: 0))),
    ]
    try groups.step(gradients: [[[1, 1], [1]], [[1]]])
    try groups[1].step(gradients: [[1]])
    #expect(abs(groups[0].parameters[0][0] - 0.85) < 1e-8)
    #expect(abs(groups[1].parameters[0][0] - 3.8) < 1e-8)
  }

  @Test("the README's")
  func readMe() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var w = [-5.0, 2.0]
    var state = adam.state(count: 2)
    try adam.step(&w, gradient: [-10, 40], state: &state)  // w is about [-4.9, 1.9]
    #expect(abs(w[0] + 4.9) < 1e-8 && abs(w[1] - 1.9) < 1e-8)

    let chain = try Optimizer<Double>.chain(
      .clip(norm: 1),
      rule: Optimizer(.adamw, ["weight_decay": 0.01]),
      schedule: .warmUpCosine(to: 0.1, over: 10, then: 0.001, over: 90)
    )
    var groups = [ParameterGroup([[1.0, 2.0], [3.0]], chain)]
    try groups.step(gradients: [[[1, 1], [1]]])
    print(groups[0].state)  // adamw after 1 update of 3 parameters
    #expect("\(groups[0].state)" == "adamw after 1 update of 3 parameters")
  }

  @Test("an average of weights")
  func average() throws {
    var average = try ParameterAverage<Double>(.decaying(0.5))
    try average.add([[1, 2]])
    try average.add([[3, 2]])
    #expect(average.values == [[2, 2]])
  }

  @Test("a schedule")
  func schedule() {
    let schedule = Schedule.warmUpCosine(to: 0.5, over: 2, then: 0, over: 4)
    let values = (0...6).map { schedule($0) }  // 0, 0.25, 0.5, 0.427, 0.25, 0.073, 0
    for (value, expected) in zip(values, [0, 0.25, 0.5, 0.427, 0.25, 0.073, 0]) {
      #expect(abs(value - expected) < 5e-4)
    }
    #expect((0...6).map { schedule($0) } == values)
  }

  @Test("a piece of one's own")
  func piece() throws {
    let noisy = Piece<Double>.map { g, w in g + 0.5 * w * w }
    let chain = try Optimizer.chain(noisy, rule: Optimizer(.gd, ["alpha": 1]))
    var w = [2.0]
    var state = chain.state(count: 1)
    try chain.step(&w, gradient: [1], state: &state)
    #expect(w == [-1])
  }

  @Test("gradients of several groups")
  func clipping() {
    var gradients: [[Double]] = [[3], [0, 4]]
    let before = gradients.clip(norm: 1)  // 5, the norm before
    #expect(before == 5 && gradients == [[0.6], [0, 0.8]])
    gradients.clip(norm: 1)
    #expect(gradients[0] == [0.6])
  }

  @Test("settings as a configuration has them, and a print")
  func settings() throws {
    let read: [String: SettingArgument.Value] = ["alpha": 0.1, "corrected": false]
    let adam = try Optimizer<Double>(named: "adam", read)
    #expect(adam.settings?["corrected"] == 0)
    print(try Optimizer<Float>(.momentum, ["alpha": 0.5]))
    let text = "\(try Optimizer<Float>(.momentum, ["alpha": 0.5]))"
    #expect(text.hasPrefix("momentum(alpha=0.5, beta=0.9, "))
  }
}
