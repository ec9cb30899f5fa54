import Typesetting

/// One axis of a chart: what it measures, and how values become places.
package struct Axis: Equatable, Sendable {
  package enum Scale: Equatable, Sendable {
    case linear
    case logarithmic
  }

  package struct Limits: Equatable, Sendable {
    package var lower: Double
    package var upper: Double

    package init(_ lower: Double, _ upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  package var label: String
  package var scale: Scale
  /// Nil: chosen from the data.
  package var limits: Limits?

  package init(_ label: String = "", scale: Scale = .linear, limits: Limits? = nil) {
    self.label = label
    self.scale = scale
    self.limits = limits
  }
}

extension Axis {
  /// Larger magnitudes would overflow on the way to a picture.
  static let largest = 1e300
  private static let smallestPositive = 1e-300

  /// Whether the value has a place on such an axis.
  @inline(__always)
  static func holds(_ value: Double, isLogarithmic: Bool) -> Bool {
    // Also false for not-a-number.
    value.magnitude <= largest && (!isLogarithmic || value >= smallestPositive)
  }

  var isLogarithmic: Bool { scale == .logarithmic }

  /// The columns `caption` may take, before the ticks are chosen.
  func captionRoom(_ extent: Extent, labelled label: String) -> Int {
    let size = extent.isEmpty ? 1 : max(extent.lower.magnitude, extent.upper.magnitude)
    let mayHaveFactor = size >= 5e5 || size < 1e-3
    return DisplayWidth.columns(label) + (isLogarithmic ? 12 : mayHaveFactor ? 10 : 0)
  }

  /// The label with what the reader must know of the scale.
  func caption(_ ticks: AxisTicks, _ symbols: PlotSymbols) -> String {
    var text = label
    func add(_ note: String) { text += text.isEmpty ? note : " (\(note))" }
    if isLogarithmic { add("log scale") }
    if let exponent = ticks.factor {
      add(symbols.isASCII ? "x 1e\(exponent)" : "×10" + PlotSymbols.superscript(exponent))
    }
    return text
  }
}
