/// One thing drawn in a chart; later ones lie over earlier ones.
package enum Layer: Equatable, Sendable {
  case line(Series)
  case points(Series)
  /// Keeps each value until the next one.
  case steps(Series)
  case histogram(Histogram)
  /// Iso-lines of a field, or coloured bands where there is colour.
  case contours(Field)
  /// A way over a field, from S to E, with a digit every few steps.
  case path(Path)
  case reference(ReferenceLine)
  /// Between two lines, as from quartile to quartile.
  case band(Band)
  /// Where the session stands now.
  case cursor(x: Double, label: String)
  /// Named amounts; drawn alone.
  case bars([Bar])
  /// A table of coloured cells; drawn alone.
  case heat(HeatMap)
  /// A picture made of shades; drawn alone.
  case raster(Raster)
}

extension Layer {
  /// Whether other layers have no place beside it.
  var isAlone: Bool {
    switch self {
    case .bars, .heat, .raster: true
    default: false
    }
  }
}

/// The way of an optimizer over the plane.
package struct Path: Equatable, Sendable {
  package var series: Series
  /// The step of the first point.
  package var firstStep: Int
  /// Steps from one point to the next.
  package var every: Int
  /// The index of the point where the session stands now.
  package var cursor: Int?

  package init(_ series: Series, firstStep: Int = 0, every: Int = 1, cursor: Int? = nil) {
    self.series = series
    self.firstStep = firstStep
    self.every = max(every, 1)
    self.cursor = cursor
  }
}

/// What lies between two lines, in the colour of one of the chart's series.
package struct Band: Equatable, Sendable {
  /// Which of the named layers it belongs to, from 0.
  package var series: Int
  package var lower: Series
  package var upper: Series

  /// Both edges lie over the same places; their names are for those who read the data.
  package init(of series: Int, lower: Series, upper: Series) {
    self.series = series
    self.lower = lower
    self.upper = upper
  }
}

/// A straight line through the whole picture, with its meaning.
package struct ReferenceLine: Equatable, Sendable {
  package enum Direction: Equatable, Sendable {
    case horizontal
    case vertical
  }

  package var direction: Direction
  package var value: Double
  package var label: String

  package init(_ direction: Direction, at value: Double, label: String = "") {
    self.direction = direction
    self.value = value
    self.label = label
  }
}

/// A named amount.
package struct Bar: Equatable, Sendable {
  package var name: String
  package var value: Double

  package init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
