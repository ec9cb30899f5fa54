/// The problems that have a name, from easy to hard.
public enum ProblemCatalog {
  /// Every problem, in the order in which help lists them.
  public static let problems: [Problem] = [
    bowl, ravine, booth, rosenbrock, beale, himmelblau, saddle, plateau, rastrigin, noisySlope,
  ]

  /// The names of all problems.
  public static var names: [String] { problems.map { $0.name } }

  /// The problem of that name, if there is one.
  public static func problem(named name: String) -> Problem? {
    problems.first { $0.name == name }
  }

  static let bowl = Problem(
    "bowl",
    title: "Bowl",
    formula: "x^2 + 10y^2",
    parameters: [.init("x", start: -5, -6...6), .init("y", start: 2, -3...3)],
    minima: [[0, 0]],
    minimum: 0,
    lesson: "ten times steeper one way than the other: gradient descent begins to zigzag"
  )

  static let ravine = Problem(
    "ravine",
    title: "Ravine",
    formula: "0.5x^2 + 50y^2",
    parameters: [.init("x", start: -8, -10...10), .init("y", start: 1, -2...2)],
    minima: [[0, 0]],
    minimum: 0,
    lesson: "a hundred times steeper across than along: momentum and RMSProp earn their keep"
  )

  static let booth = Problem(
    "booth",
    title: "Booth's function",
    formula: "(x + 2y - 7)^2 + (2x + y - 5)^2",
    parameters: [.init("x", start: -5, -10...10), .init("y", start: -5, -10...10)],
    minima: [[1, 3]],
    minimum: 0,
    lesson: "a bowl that lies askew: scaling each parameter alone no longer makes it round"
  )

  static let rosenbrock = Problem(
    "rosenbrock",
    title: "Rosenbrock's valley",
    formula: "(1 - x)^2 + 100(y - x^2)^2",
    parameters: [.init("x", start: -1.5, -2...2), .init("y", start: 2, -1...3)],
    minima: [[1, 1]],
    minimum: 0,
    lesson: "the valley is found at once, its end is far along a curve"
  )

  static let beale = Problem(
    "beale",
    title: "Beale's function",
    formula: "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
    parameters: [.init("x", start: 1, -4.5...4.5), .init("y", start: 1.5, -4.5...4.5)],
    minima: [[3, 0.5]],
    minimum: 0,
    lesson: "cliffs beside a flat floor: gradients differ by thousands along one way down"
  )

  static let himmelblau = Problem(
    "himmelblau",
    title: "Himmelblau's function",
    formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    parameters: [.init("x", start: 0, -6...6), .init("y", start: -0.5, -6...6)],
    minima: [
      [3, 2], [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.283185991286170], [3.584428340330492, -1.848126526964404],
    ],
    minimum: 0,
    lesson: "four minima of equal depth: which one is found depends on start and optimizer"
  )

  static let saddle = Problem(
    "saddle",
    title: "Saddle",
    formula: "x^2 - y^2 + 0.25y^4",
    parameters: [.init("x", start: -2, -3...3), .init("y", start: 0.001, -2.5...2.5)],
    minima: [[0, 1.4142135623730951], [0, -1.4142135623730951]],
    minimum: -1,
    lesson: "a zero gradient that is no minimum: leaving it takes a while, and less with Adam"
  )

  static let plateau = Problem(
    "plateau",
    title: "Plateau",
    formula: "1 - exp(-(x^2 + y^2)/8)",
    parameters: [.init("x", start: -6, -8...8), .init("y", start: 4, -8...8)],
    minima: [[0, 0]],
    minimum: 0,
    lesson: "gradients of a thousandth: what divides by their size walks on, the others stand"
  )

  static let rastrigin = Problem(
    "rastrigin",
    title: "Rastrigin's function",
    formula: "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)",
    parameters: [.init("x", start: 3.2, -5.12...5.12), .init("y", start: -2.3, -5.12...5.12)],
    minima: [[0, 0]],
    minimum: 0,
    lesson: "a hundred local minima: following the slope ends in the nearest"
  )

  static let noisySlope = Problem(
    "noisy_slope",
    title: "Noisy slope",
    formula: "0.5x^2 + 0.05y^2",
    parameters: [.init("x", start: 6, -8...8), .init("y", start: -6, -8...8)],
    minima: [[0, 0]],
    minimum: 0,
    lesson: "gradients as noisy as those of small mini-batches: averaging them pays",
    noise: 1
  )
}
