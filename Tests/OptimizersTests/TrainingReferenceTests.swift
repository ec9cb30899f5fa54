import Foundation
import Optimizers
import Testing

/// Schedules, clipping, averages and whole trainings, held to recorded ones of PyTorch and Optax.
@Suite struct TrainingReferenceTests {
  private static let recorded: [String: [Double]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/training.txt")
    var lines: [String: [Double]] = [:]
    for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n") {
      let words = line.split(separator: " ")
      if words[0] != "#" { lines[String(words[0])] = words.dropFirst().compactMap { Double($0) } }
    }
    return lines
  }()

  private func expect(_ values: [Double], equal name: String, within tolerance: Double = 1e-13)
    throws
  {
    let recorded = try #require(Self.recorded[name])
    #expect(values.count == recorded.count)
    for (value, other) in zip(values, recorded) {
      #expect(abs(value - other) <= tolerance * max(1, abs(other)), "\(name)")
    }
  }

  private static let schedules: [(name: String, schedule: Schedule)] = [
    ("constant.optax", .constant(0.3)),
    ("linear.optax", .linear(from: 0.5, to: 0.05, over: 40)),
    ("linear.pytorch", .linear(from: 0.5, to: 0.05, over: 40)),
    ("cosine.optax", .cosine(from: 0.4, to: 0.02, over: 50)),
    ("cosine.pytorch", .cosine(from: 0.4, to: 0.02, over: 60)),
    ("exponential.optax", .exponential(from: 0.2, rate: 0.6, every: 7)),
    ("exponential.pytorch", .exponential(from: 0.2, rate: 0.9)),
    ("staircase.optax", .exponential(from: 0.2, rate: 0.6, every: 7, inSteps: true)),
    ("staircase.pytorch", .exponential(from: 0.2, rate: 0.6, every: 7, inSteps: true)),
    (
      "steps.optax",
      .steps(
        from: 1,
        [.init(at: 10, factor: 0.5), .init(at: 25, factor: 0.1), .init(at: 40, factor: 3)]
      )
    ),
    (
      "steps.pytorch",
      .scaled(
        by: 2,
        .steps(
          from: 0.5,
          [.init(at: 10, factor: 0.5), .init(at: 25, factor: 0.5), .init(at: 40, factor: 0.5)]
        )
      )
    ),
    ("warmup.optax", .warmUpCosine(from: 0.01, to: 0.6, over: 8, then: 0.02, over: 40)),
    ("warmup.pytorch", .warmUpCosine(from: 0.15, to: 0.6, over: 8, then: 0.02, over: 100)),
    (
      "joined.optax",
      .joined(
        [
          .constant(0.1), .linear(from: 0.2, to: 0.4, over: 10),
          .exponential(from: 0.4, rate: 0.5, every: 5),
        ],
        at: [5, 20]
      )
    ),
  ]

  @Test("schedules have the values of Optax and PyTorch", arguments: schedules)
  func schedule(_ row: (name: String, schedule: Schedule)) throws {
    try expect((0..<60).map { row.schedule($0) }, equal: "schedule.\(row.name)")
    let data = try JSONEncoder().encode(row.schedule)
    #expect(try JSONDecoder().decode(Schedule.self, from: data) == row.schedule)
  }

  @Test("gradients are clipped as Optax and PyTorch do it")
  func clipping() throws {
    let gradients = [[3, -4, 0.5], [12, 1e-3]]
    for limit in [1.0, 100] {
      let before = "clip.norm.\(Int(limit))"
      for form in [Piece<Double>.ClipForm.optax, .pytorch] {
        var clipped = gradients
        try expect([clipped.clip(norm: limit, as: form)], equal: "\(before).before")
        try expect(clipped.flatMap { $0 }, equal: "\(before).\(form.rawValue)")
      }
    }
    let chain = try Optimizer<Double>.chain(.clip(value: 2), rule: Optimizer(.gd, ["alpha": 1]))
    var w = gradients.map { $0.map { _ in 0.0 } }
    var state = chain.state(for: w)
    try chain.step(&w, gradient: gradients, state: &state)
    try expect(w.flatMap { $0.map { -$0 } }, equal: "clip.value.optax")
  }

  @Test(
    "averages of weights are those of PyTorch and Optax",
    arguments: [
      ("equal.pytorch", ParameterAverage<Double>.Form.equal),
      ("decaying.pytorch", .decaying(0.9)), ("corrected.optax", .corrected(0.9)),
    ]
  )
  func averages(_ row: (name: String, form: ParameterAverage<Double>.Form)) throws {
    var average = try ParameterAverage<Double>(row.form)
    var values: [Double] = []
    for t in 1...20 {
      let t = Double(t)
      try average.add([[sin(0.7 * t)], [1 / t, 2 - 0.01 * t]])
      values += average.values.flatMap { $0 }
      let data = try JSONEncoder().encode(average)
      average = try JSONDecoder().decode(ParameterAverage<Double>.self, from: data)
    }
    try expect(values, equal: "average.\(row.name)")
    #expect(throws: ShapeError.self) { try average.add([[1, 2]]) }
    #expect(throws: HyperparameterError.self) { try ParameterAverage<Float>(.decaying(1)) }
  }

  private static let (start, scale) = ([[-5.0, 2], [3]], [[2.0, 20], [0.5]])

  private func gradient(_ w: [[Double]]) -> [[Double]] {
    zip(Self.scale, w).map { scale, w in zip(scale, w).map { $0 * $1 } }
  }

  @Test("a chain trains as Optax' does")
  func chain() throws {
    let chain = try Optimizer<Double>.chain(
      .clip(norm: 1),
      rule: Optimizer(.adam, dialect: .optax, ["beta2": 0.99]),
      decay: 0.1,
      schedule: .warmUpCosine(to: 0.3, over: 5, then: 0.01, over: 35)
    )
    var (w, values) = (Self.start, [Double]())
    var state = chain.state(for: w)
    for _ in 1...60 {
      try chain.step(&w, gradient: gradient(w), state: &state)
      values += w.flatMap { $0 }
    }
    try expect(values, equal: "training.chain.optax")
  }

  @Test("groups train as PyTorch's do")
  func groups() throws {
    let settings = try RuleSettings(
      .adamw,
      dialect: .pytorch,
      ["alpha": 0.2, "weight_decay": 0.3]
    )
    let schedule = Schedule.cosine(from: 0.2, over: 60)
    var groups = [
      ParameterGroup(
        [Self.start[0]],
        try .chain(rule: Optimizer(settings), schedule: schedule)
      ),
      ParameterGroup(
        [Self.start[1]],
        try .chain(
          rule: Optimizer(settings.setting("weight_decay", to: 0)),
          schedule: .scaled(by: 0.25, schedule)
        )
      ),
    ]
    var values: [Double] = []
    for _ in 1...60 {
      var gradients = gradient(groups.map { $0.parameters[0] })
      gradients.clip(norm: 2, as: .pytorch)
      try groups.step(gradients: gradients.map { [$0] })
      values += groups.flatMap { $0.parameters[0] }
    }
    try expect(values, equal: "training.groups.pytorch")
  }
}
