import Arithmetic

/// The heights at which a field's lines are drawn.
struct ContourLevels: Equatable {
  let values: [Double]
  /// The names of the bands, where they are classes.
  private let classes: [String]
  static let most = 9

  /// Round levels between the field's extremes: spaced by factors where the values span decades
  /// above zero, else evenly.
  init(_ field: Field, atMost: Int = most) {
    classes = field.classes
    if classes.count > 1 {
      values = (1..<classes.count).map { Double($0) - 0.5 }
      return
    }
    var sorted: [Double] = []
    for value in field.values where Axis.holds(value, isLogarithmic: false) {
      sorted.append(value)
    }
    sorted.sort()
    guard let lowest = sorted.first, let highest = sorted.last, lowest < highest else {
      values = []
      return
    }
    // A corner or a pit of a hundredth of the area must not take the levels from the rest.
    let low = sorted[sorted.count / 200]
    let high = sorted[sorted.count - 1 - sorted.count / 100]
    if lowest >= 0 && high > 30 * low {
      let floor = max(low, high * 1e-12)
      for mantissas in [[1, 2, 5], [1, 3], [1]] {
        let levels = Self.factors(mantissas, floor, high)
        if levels.count <= atMost {
          values = levels
          return
        }
      }
      let decades = Self.factors([1], floor, high)
      let stride = (decades.count + atMost - 1) / atMost
      values = decades.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
      return
    }
    let step = Self.even(low, high, atMost)
    var levels: [Double] = []
    var count = (low / step.value).rounded(.up)
    while step.times(count) <= high && levels.count < atMost {
      if step.times(count) > lowest { levels.append(step.times(count)) }
      count += 1
    }
    values = levels
  }

  /// The number of levels at or below a value; the highest band for what is not a number.
  func band(_ value: Double) -> Int {
    var band = 0
    for level in values where !(value < level) { band += 1 }
    return band
  }

  func label(_ index: Int, _ symbols: PlotSymbols) -> String {
    symbols.minus(NumberText.shown(values[index], 6))
  }

  /// What a band holds: `≥ 20`, and the lowest `< 0.5`.
  func bandLabel(_ band: Int, _ symbols: PlotSymbols) -> String {
    if band < classes.count { return classes[band] }
    if band == 0 { return "< " + label(0, symbols) }
    return (symbols.isASCII ? ">= " : "≥ ") + label(band - 1, symbols)
  }
}

extension ContourLevels {
  private static func factors(_ mantissas: [Int], _ low: Double, _ high: Double) -> [Double] {
    var levels: [Double] = []
    for exponent in DecimalPower.exponent(of: low)...DecimalPower.exponent(of: high) {
      for mantissa in mantissas {
        let level = DecimalPower.times(Double(mantissa), exponent)
        if level > low && level < high { levels.append(level) }
      }
    }
    return levels
  }

  private static func even(_ low: Double, _ high: Double, _ atMost: Int) -> RoundStep {
    let span = max(high - low, 1e-290)
    var step = RoundStep.below(span / Double(atMost))
    while (high / step.value).rounded(.down) - (low / step.value).rounded(.up) + 1 > Double(atMost)
    {
      step = step.next
    }
    return step
  }
}
