/// A function to make small, with what is known about it.
public struct Problem: Equatable, Sendable {
  /// One parameter: its name, its usual start and the stretch of it that a plot shows.
  public struct Parameter: Equatable, Sendable {
    /// The name, as the formula has it.
    public let name: String
    /// Where runs begin.
    public let start: Double
    /// The lower end of a plot.
    public let lower: Double
    /// The upper end of a plot.
    public let upper: Double

    init(_ name: String, start: Double, _ window: ClosedRange<Double>) {
      self.name = name
      self.start = start
      lower = window.lowerBound
      upper = window.upperBound
    }
  }

  /// The name, as the notebook writes it.
  public let name: String
  /// Its title: "Rosenbrock's valley".
  public let title: String
  /// The formula, in the notebook's language.
  public let formula: String
  /// The parameters, in the order of their values.
  public let parameters: [Parameter]
  /// Where it is smallest: one or more points, none where it has no minimum.
  public let minima: [[Double]]
  /// Its value there; nil where it has no minimum.
  public let minimum: Double?
  /// What it teaches, in one line.
  public let lesson: String
  /// The deviation of the noise on each gradient when nothing is said.
  public let noise: Double

  init(
    _ name: String,
    title: String,
    formula: String,
    parameters: [Parameter],
    minima: [[Double]],
    minimum: Double?,
    lesson: String,
    noise: Double = 0
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.parameters = parameters
    self.minima = minima
    self.minimum = minimum
    self.lesson = lesson
    self.noise = noise
  }

  /// The usual start of every parameter.
  public var start: [Double] { parameters.map { $0.start } }
}
