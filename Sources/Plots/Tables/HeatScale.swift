import Arithmetic

/// Which colour a value of a heat map has: by its logarithm where values span decades above zero.
struct HeatScale {
  private let lower: Double
  private let upper: Double
  let isLogarithmic: Bool

  init(_ map: HeatMap) {
    var extent = Extent()
    let ceiling = map.ceiling ?? .infinity
    for value in map.values where Axis.holds(value, isLogarithmic: false) {
      extent.include(min(value, ceiling))
    }
    isLogarithmic = extent.lower >= 1e-300 && extent.upper > 100 * extent.lower
    lower = isLogarithmic ? Elementary.log10(extent.lower) : extent.lower
    upper = isLogarithmic ? Elementary.log10(extent.upper) : extent.upper
  }

  /// In 0...1 from the smallest value to the largest; nil for what is not finite.
  func share(_ value: Double) -> Double? {
    if !Axis.holds(value, isLogarithmic: isLogarithmic) { return nil }
    if !(lower < upper) { return 0.5 }
    let place = min(isLogarithmic ? Elementary.log10(value) : value, upper)
    return (place * 0.5 - lower * 0.5) / (upper * 0.5 - lower * 0.5)
  }

  func colour(_ value: Double) -> Int? { share(value).map { ColourRamp.colour(0.95 * $0) } }
}
