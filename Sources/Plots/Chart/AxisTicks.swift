import Arithmetic

/// A labelled place on an axis.
package struct Tick: Equatable, Sendable {
  /// In 0...1 along the axis.
  package var place: Double
  package var label: String
}

/// Where an axis ends and where its labels stand.
package struct AxisTicks: Equatable, Sendable {
  var projection: Projection
  package var ticks: [Tick]
  /// Labels are in units of this power of ten.
  package var factor: Int?

  /// How labels are chosen.
  package struct Wish {
    package var atMost: Int
    /// Whether the axis may grow to end on a round value.
    package var isPadded: Bool
    /// Whether only whole numbers may be labelled.
    package var isWhole: Bool
    package var symbols: PlotSymbols

    package init(
      atMost: Int,
      isPadded: Bool,
      isWhole: Bool = false,
      symbols: PlotSymbols = .unicode
    ) {
      self.atMost = atMost
      self.isPadded = isPadded
      self.isWhole = isWhole
      self.symbols = symbols
    }
  }

  init(projection: Projection, ticks: [Tick], factor: Int? = nil) {
    self.projection = projection
    self.ticks = ticks
    self.factor = factor
  }

  /// Ticks for an axis whose data cover `extent`.
  package init(_ axis: Axis, _ extent: Extent, _ wish: Wish) {
    var wish = wish
    var lower = extent.lower
    var upper = extent.upper
    if let limits = axis.limits, limits.lower < limits.upper,
      Axis.holds(limits.lower, isLogarithmic: axis.isLogarithmic),
      Axis.holds(limits.upper, isLogarithmic: false)
    {
      (lower, upper) = (limits.lower, limits.upper)
      wish.isPadded = false
    }
    if !(lower <= upper) { (lower, upper) = axis.isLogarithmic ? (0.1, 10) : (0, 1) }
    self =
      axis.isLogarithmic
      ? LogTicks.between(lower, upper, wish) : AxisTicks.linear(lower, upper, wish)
  }
}

extension AxisTicks {
  /// Multiples of 1, 2 or 5 times a power of ten, all with the same decimals.
  static func linear(_ first: Double, _ last: Double, _ wish: Wish) -> AxisTicks {
    let (low, high) = separated(first, last)
    let atMost = Double(max(wish.atMost, 3))
    var step = RoundStep.below((high - low) / atMost)
    if wish.isWhole && step.exponent < 0 { step = RoundStep(mantissa: 1, exponent: 0) }
    var range = multiples(of: step, low, high, isPadded: wish.isPadded)
    while range.upper - range.lower + 1 > atMost {
      step = step.next
      range = multiples(of: step, low, high, isPadded: wish.isPadded)
    }
    // Two labels do not show a scale; one more than wished does.
    if range.upper - range.lower < 2 && !(wish.isWhole && step.value == 1) {
      step = step.previous
      range = multiples(of: step, low, high, isPadded: wish.isPadded)
    }
    let projection =
      wish.isPadded
      ? Projection(
        lower: step.times(range.lower),
        upper: step.times(range.upper),
        isLogarithmic: false
      )
      : Projection(lower: low, upper: high, isLogarithmic: false)
    let largest = max(step.times(range.lower).magnitude, step.times(range.upper).magnitude)
    let (factor, decimals) = writing(step, largest: largest)
    var ticks: [Tick] = []
    var count = range.lower
    while count <= range.upper {
      let scaled = RoundStep(mantissa: step.mantissa, exponent: step.exponent - (factor ?? 0))
      let label = wish.symbols.minus(NumberText.fixed(scaled.times(count), decimals))
      ticks.append(Tick(place: projection.place(step.times(count)), label: label))
      count += 1
    }
    return AxisTicks(projection: projection, ticks: ticks, factor: factor)
  }

  /// Two limits far enough apart for arithmetic between them.
  private static func separated(_ low: Double, _ high: Double) -> (Double, Double) {
    let size = max(low.magnitude, high.magnitude)
    if size < 1e-290 { return (-1, 1) }
    if high - low > 1e-11 * size { return (low, high) }
    return (low - 0.2 * size, high + 0.2 * size)
  }

  private static func multiples(
    of step: RoundStep,
    _ low: Double,
    _ high: Double,
    isPadded: Bool
  ) -> (lower: Double, upper: Double) {
    // A limit that is a multiple but for rounding counts as one.
    let slack = 1e-9
    let size = step.value
    return isPadded
      ? ((low / size + slack).rounded(.down), (high / size - slack).rounded(.up))
      : ((low / size - slack).rounded(.up), (high / size + slack).rounded(.down))
  }

  /// The power of ten to take out of the labels, and their decimals.
  private static func writing(_ step: RoundStep, largest: Double) -> (factor: Int?, decimals: Int) {
    if largest == 0 { return (nil, 0) }
    let exponent = DecimalPower.exponent(of: largest)
    // Small steps between large values read better in full.
    let isFine = exponent < 10 && step.exponent < 1
    if (exponent >= 6 && !isFine) || exponent < -4 {
      return (exponent, max(0, exponent - step.exponent))
    }
    return (nil, max(0, -step.exponent))
  }
}
