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
    /// The cells along the axis, where labels are to stand whole cells apart.
    package var cells: Int?
    package var symbols: PlotSymbols

    package init(
      atMost: Int,
      isPadded: Bool,
      isWhole: Bool = false,
      cells: Int? = nil,
      symbols: PlotSymbols = .unicode
    ) {
      self.atMost = atMost
      self.isPadded = isPadded
      self.isWhole = isWhole
      self.cells = cells
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
    if wish.isPadded, let cells = wish.cells,
      let (step, limits) = aligned(low, high, wish, cells: cells)
    {
      return labelled(step, limits, wish)
    }
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
    if !wish.isPadded { return labelled(step, Axis.Limits(low, high), wish) }
    // An axis that would be a third empty ends between two labels, if there are labels enough then.
    for end in [step, step.previous, step.previous.previous] {
      if wish.isWhole && end.exponent < 0 { break }
      let range = multiples(of: end, low, high, isPadded: true)
      let limits = Axis.Limits(end.times(range.lower), end.times(range.upper))
      if high - low < 0.7 * (limits.upper - limits.lower) { continue }
      for label in [step, step.previous] {
        let inside = multiples(of: label, limits.lower, limits.upper, isPadded: false)
        let isWritable = !wish.isWhole || label.exponent >= 0
        if isWritable, (2...max(atMost - 1, 3)).contains(inside.upper - inside.lower) {
          return labelled(label, limits, wish)
        }
      }
    }
    let limits = Axis.Limits(step.times(range.lower), step.times(range.upper))
    return labelled(step, limits, wish)
  }

  /// The labels at the multiples of a step between two limits.
  private static func labelled(_ step: RoundStep, _ limits: Axis.Limits, _ wish: Wish)
    -> AxisTicks
  {
    let range = multiples(of: step, limits.lower, limits.upper, isPadded: false)
    let projection = Projection(lower: limits.lower, upper: limits.upper, isLogarithmic: false)
    let largest = max(step.times(range.lower).magnitude, step.times(range.upper).magnitude)
    let (factor, decimals) = writing(step, largest: largest)
    let scaled = RoundStep(mantissa: step.mantissa, exponent: step.exponent - (factor ?? 0))
    var ticks: [Tick] = []
    var count = range.lower
    while count <= range.upper {
      let label = wish.symbols.minus(NumberText.fixed(scaled.times(count), decimals))
      ticks.append(Tick(place: projection.place(step.times(count)), label: label))
      count += 1
    }
    return AxisTicks(projection: projection, ticks: ticks, factor: factor)
  }

  /// The step and the limits with which the values fill most of so many cells, labels standing whole
  /// cells apart.
  private static func aligned(_ low: Double, _ high: Double, _ wish: Wish, cells: Int)
    -> (step: RoundStep, limits: Axis.Limits)?
  {
    // A few lines may all have labels.
    let atMost = max(wish.atMost, min(cells, 6))
    var step = RoundStep.below((high - low) / Double(atMost)).previous
    var best: (step: RoundStep, limits: Axis.Limits)?
    var bestScore = 0.0
    for _ in 0..<6 {
      defer { step = step.next }
      if wish.isWhole && step.exponent < 0 { continue }
      let most = CellLimits.mostPerStep(low, high, step: step.value, cells: cells)
      var perStep = most
      while perStep >= max(1, most - 2) {
        defer { perStep -= 1 }
        let cell = step.value / perStep
        guard let limits = CellLimits.around(low, high, cell: cell, cells: cells) else { continue }
        let range = multiples(of: step, limits.lower, limits.upper, isPadded: false)
        let labels = Int(range.upper - range.lower) + 1
        if labels < 2 || labels > atMost { continue }
        // Two labels hardly show a scale, unless there is nothing between them.
        let isBare = labels == 2 && !(wish.isWhole && step.value == 1)
        let score = (high - low) / (limits.upper - limits.lower) - (isBare ? 0.25 : 0)
        if score > bestScore { (best, bestScore) = ((step, limits), score) }
      }
    }
    return best
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
