import Plots

/// Charts of every kind from data that need no library: all of them exact in any build.
enum SampleCharts {
  static let all: [(name: String, chart: Chart)] = [
    ("loss", loss), ("averages", averages), ("one", one), ("steps", steps), ("scatter", scatter),
    ("histogram", histogram), ("gaps", gaps), ("empty", empty), ("point", point),
    ("constant", constant), ("huge", huge), ("tiny", tiny), ("near", near), ("sweep", sweep),
    ("names", names), ("contour", contour), ("paths", paths), ("saddle", saddle),
    ("flat", flat), ("bars", bars), ("heat", heat), ("limits", limits),
  ]

  static func chart(_ name: String) -> Chart {
    for sample in all where sample.name == name { return sample.chart }
    return Chart(title: "no sample '\(name)'")
  }

  /// Gradient descent, and with momentum, on x^2 + 10y^2.
  static func descent(alpha: Double, beta: Double, steps: Int) -> (x: [Double], y: [Double]) {
    var (x, y) = (-4.0, 2.6)
    var (vx, vy) = (0.0, 0.0)
    var path: (x: [Double], y: [Double]) = ([x], [y])
    for _ in 0..<steps {
      vx = beta * vx + (1 - beta) * 2 * x
      vy = beta * vy + (1 - beta) * 20 * y
      x -= alpha * vx
      y -= alpha * vy
      path.x.append(x)
      path.y.append(y)
    }
    return path
  }

  static func losses(alpha: Double, beta: Double) -> [Double] {
    let path = descent(alpha: alpha, beta: beta, steps: 100)
    return zip(path.x, path.y).map { $0 * $0 + 10 * $1 * $1 }
  }

  static let loss = Chart(
    title: "f = x² + 10y²",
    x: Axis("step"),
    y: Axis("loss", scale: .logarithmic),
    layers: [
      .line(Series("gd", losses(alpha: 0.04, beta: 0))),
      .line(Series("momentum", losses(alpha: 0.1, beta: 0.9))),
      .line(Series("momentum(beta=0.5)", losses(alpha: 0.1, beta: 0.5))),
    ]
  )

  /// A wave with noise from a linear congruential generator.
  static let noisy: [Double] = {
    var state: UInt64 = 7
    return (0..<180).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let noise = Double(state >> 40) / 16_777_216 - 0.5
      let time = Double(index) / 60 - 1.5
      return 20 - 10 * time * time + 9 * noise
    }
  }()

  static func averaged(_ values: [Double], beta: Double) -> [Double] {
    var average = 0.0
    return values.map { value in
      average = beta * average + (1 - beta) * value
      return average
    }
  }

  static let averages = Chart(
    title: "Exponentially weighted averages",
    x: Axis("t"),
    y: Axis("value"),
    layers: [
      .points(Series("data", noisy)),
      .line(Series("β 0.9", averaged(noisy, beta: 0.9), from: 1)),
      .line(Series("β 0.98", averaged(noisy, beta: 0.98), from: 1)),
    ]
  )

  static let one = Chart(
    title: "A window of ten",
    x: Axis("t"),
    layers: [
      .line(Series("value", averaged(noisy, beta: 0.9))),
      .reference(ReferenceLine(.horizontal, at: 10, label: "1/(1−β) = 10")),
      .reference(ReferenceLine(.vertical, at: 10, label: "window")),
      .cursor(x: 60, label: "t = 60"),
    ]
  )

  static let steps = Chart(
    title: "learning-rate decay",
    x: Axis("epoch"),
    y: Axis("alpha"),
    layers: [.steps(Series("alpha", [0.1, 0.1, 0.05, 0.05, 0.025, 0.025, 0.01]))]
  )

  static let scatter = Chart(
    title: "two clouds",
    x: Axis("a"),
    y: Axis("b"),
    layers: [
      .points(Series("up", x: noisy, y: averaged(noisy, beta: 0.5))),
      .points(Series("down", x: noisy, y: noisy.map { 10 - $0 / 2 })),
    ]
  )

  static let histogram = Chart(
    title: "noise",
    x: Axis("value"),
    layers: [.histogram(Histogram(of: noisy + [.nan]))]
  )

  static let gaps = Chart(
    title: "with gaps",
    x: Axis("t"),
    y: Axis("loss", scale: .logarithmic),
    layers: [
      .line(Series("a", [100, 10, 0, 1, 0.1, -3, 0.01, .nan, 0.02, .infinity, 0.003])),
      .line(Series("b", [1, 2, 3, .nan, 5, 6, 7, 8, 9, 10, 11])),
    ]
  )

  static let empty = Chart(title: "nothing", layers: [.line(Series("y", []))])
  static let point = Chart(title: "one point", layers: [.line(Series("y", [3]))])
  static let constant = Chart(
    title: "constant",
    x: Axis("t"),
    layers: [.line(Series("y", [5, 5, 5, 5]))]
  )
  static let huge = Chart(
    title: "huge",
    x: Axis("t"),
    layers: [.line(Series("loss", [1e200, -3e299, 7e299, 1e308]))]
  )
  static let tiny = Chart(
    title: "tiny",
    x: Axis("x"),
    layers: [.line(Series("y", x: [1e-9, 2e-9, 3e-9], y: [1e-200, 2e-200, 4e-200]))]
  )
  static let near = Chart(
    title: "a small change on a large value",
    x: Axis("t"),
    layers: [.line(Series("y", [1_000_000.25, 1_000_000.5, 1_000_000.75]))]
  )

  static let sweep = Chart(
    title: "loss after 200 steps",
    x: Axis("alpha", scale: .logarithmic),
    y: Axis("loss", scale: .logarithmic),
    layers: [
      .line(Series("loss", x: [0.0001, 0.001, 0.01, 0.1, 1], y: [60, 40, 3, 0.0001, .infinity]))
    ]
  )

  static let bowl = Field("f", x: .init(-4.5, 4.5), y: .init(-3, 3)) { $0 * $0 + 10 * $1 * $1 }

  static func path(_ name: String, beta: Double, cursor: Int? = nil) -> Layer {
    let way = descent(alpha: 0.1, beta: beta, steps: 57)
    return .path(Path(Series(name, x: way.x, y: way.y), cursor: cursor))
  }

  static let contour = Chart(
    title: "momentum on f = x² + 10y²",
    x: Axis("x"),
    y: Axis("y"),
    layers: [.contours(bowl), path("momentum", beta: 0.9, cursor: 22)]
  )

  static let paths = Chart(
    title: "f = x² + 10y²",
    x: Axis("x"),
    y: Axis("y"),
    layers: [.contours(bowl), path("momentum(0.9)", beta: 0.9), path("momentum(0.5)", beta: 0.5)]
  )

  static let saddle = Chart(
    title: "a saddle with a hole",
    layers: [
      .contours(
        Field("f", x: .init(-2, 2), y: .init(-1, 1)) { x, y in
          x > 1 && y > 0.5 ? .nan : x * x - y * y
        }
      )
    ]
  )

  static let flat = Chart(
    layers: [.contours(Field("f", x: .init(1, 1), y: .init(0, .nan)) { _, _ in -3 })])

  static let bars = Chart(
    title: "change of the loss",
    layers: [
      .bars([Bar("gd", -0.25), Bar("momentum", -0.5), Bar("adam", 0.978), Bar("broken", .nan)])
    ]
  )

  static let heat = Chart(
    title: "loss after 200 steps",
    x: Axis("alpha"),
    y: Axis("beta"),
    layers: [
      .heat(
        HeatMap(
          "loss",
          x: [0.001, 0.01, 0.1, 1],
          y: [0, 0.5, 0.9],
          values: [60, 30, 2, .infinity, 55, 12, 0.0004, 3e8, 50, 7, 0.00002]
        )
      )
    ]
  )

  static let limits = Chart(
    title: "cut at limits",
    x: Axis("t", limits: .init(0, 4)),
    y: Axis("y", limits: .init(-1, 1)),
    layers: [.line(Series("y", [0, 5, -1e299, 0.5, 0.25, 1e299, 0]))]
  )

  static let names = Chart(
    title: "学習率 <&> \"quotes\"",
    x: Axis("a long name of the x axis"),
    y: Axis("y < 0 & x"),
    layers: [
      .line(Series("a very long name of a series, longer than the legend can be", [1, 2, 3])),
      .line(Series("学習率", [3, 2, -1])), .line(Series("", [2, 2, 2])),
    ]
  )
}
