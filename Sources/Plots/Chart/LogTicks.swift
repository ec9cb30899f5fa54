import Arithmetic

/// Labels of a logarithmic axis: decades, or 1-2-5 where there are too few of them.
enum LogTicks {
  static func between(_ first: Double, _ last: Double, _ wish: AxisTicks.Wish) -> AxisTicks {
    var low = RoundStep.above(first)
    var high = RoundStep.below(last)
    if !wish.isPadded && first < last {
      let projection = projection(first, last)
      if rank(high) - rank(low) >= 2 { return labelled(projection, low, high, wish) }
      return evenly(projection, AxisTicks.linear(first, last, wish))
    }
    // Values within a decade have round values around them that are closer than 1, 2 and 5.
    if last < 5 * first {
      let isOne = first == last
      var bare = wish
      bare.cells = nil
      let linear = AxisTicks.linear(isOne ? first / 1.25 : first, isOne ? last * 1.25 : last, bare)
      let lower = linear.projection.lower > 0 ? linear.projection.lower : first
      return evenly(projection(lower, linear.projection.upper), linear)
    }
    low = RoundStep.below(first)
    high = RoundStep.above(last)
    let span = Elementary.log10(last) - Elementary.log10(first)
    if high.exponent - low.exponent >= 3, let cells = wish.cells {
      let (least, most) = (Elementary.log10(first), Elementary.log10(last))
      let step = Double(stride(low, high, wish))
      var perStep = CellLimits.mostPerStep(least, most, step: step, cells: cells)
      while perStep >= 1 {
        defer { perStep -= 1 }
        guard let limits = CellLimits.around(least, most, cell: step / perStep, cells: cells) else {
          continue
        }
        if span < 0.6 * (limits.upper - limits.lower) { break }
        let projection = Projection(lower: limits.lower, upper: limits.upper, isLogarithmic: true)
        return labelled(projection, low, high, wish)
      }
    }
    var (lower, upper) = (logarithm(low), logarithm(high))
    if span < 0.7 * (upper - lower) {
      lower = Elementary.log10(first) - 0.05 * span
      upper = Elementary.log10(last) + 0.05 * span
    }
    let projection = Projection(lower: lower, upper: upper, isLogarithmic: true)
    return labelled(projection, low, high, wish)
  }

  private static func projection(_ first: Double, _ last: Double) -> Projection {
    Projection(
      lower: Elementary.log10(first),
      upper: Elementary.log10(last),
      isLogarithmic: true
    )
  }
}

extension LogTicks {
  /// The number of a step among 1, 2, 5, 10, 20 and so on.
  private static func rank(_ step: RoundStep) -> Int {
    3 * step.exponent + (step.mantissa == 1 ? 0 : step.mantissa == 2 ? 1 : 2)
  }

  private static func logarithm(_ step: RoundStep) -> Double {
    Double(step.exponent) + (step.mantissa == 1 ? 0 : Elementary.log10(Double(step.mantissa)))
  }

  private static func labelled(
    _ projection: Projection,
    _ low: RoundStep,
    _ high: RoundStep,
    _ wish: AxisTicks.Wish
  ) -> AxisTicks {
    let atMost = max(wish.atMost, 3)
    var ticks: [Tick] = []
    func add(_ place: Double, _ label: String) {
      if place > -1e-9 && place < 1 + 1e-9 { ticks.append(Tick(place: place, label: label)) }
    }
    if decades(low, high).count < 3 {
      var step = low
      while rank(step) <= rank(high) {
        add(projection.place(logarithm(step)), label(step, low, high, wish.symbols))
        step = step.next
      }
      if ticks.count > atMost + 1 { ticks = thinned(ticks, atMost: atMost) }
      return AxisTicks(projection: projection, ticks: ticks)
    }
    let stride = stride(low, high, wish)
    for exponent in decades(low, high) where exponent % stride == 0 {
      add(projection.place(Double(exponent)), wish.symbols.powerOfTen(exponent))
    }
    return AxisTicks(projection: projection, ticks: ticks)
  }

  /// The powers of ten between two steps.
  private static func decades(_ low: RoundStep, _ high: RoundStep) -> ClosedRange<Int> {
    let first = low.mantissa == 1 ? low.exponent : low.exponent + 1
    return first...max(first, high.exponent)
  }

  /// Every how many powers of ten has a label.
  private static func stride(_ low: RoundStep, _ high: RoundStep, _ wish: AxisTicks.Wish) -> Int {
    let count = decades(low, high).count
    var stride = 1
    while (count + stride - 1) / stride > max(wish.atMost, 3) { stride += 1 }
    return stride
  }

  /// Every second or third, for an axis with little room.
  private static func thinned(_ ticks: [Tick], atMost: Int) -> [Tick] {
    var stride = 1
    while (ticks.count + stride - 1) / stride > atMost { stride += 1 }
    var kept: [Tick] = []
    for index in ticks.indices where index % stride == 0 { kept.append(ticks[index]) }
    return kept
  }

  private static func label(
    _ step: RoundStep,
    _ low: RoundStep,
    _ high: RoundStep,
    _ symbols: PlotSymbols
  ) -> String {
    if low.exponent >= -3 && high.exponent <= 4 {
      return NumberText.fixed(step.value, max(0, -step.exponent))
    }
    if step.mantissa == 1 { return symbols.powerOfTen(step.exponent) }
    if symbols.isASCII { return "\(step.mantissa)e\(step.exponent)" }
    return "\(step.mantissa)×10" + PlotSymbols.superscript(step.exponent)
  }

  /// A range within one decade: round values, unevenly placed.
  private static func evenly(_ projection: Projection, _ linear: AxisTicks) -> AxisTicks {
    var ticks: [Tick] = []
    for tick in linear.ticks {
      let place = projection.unit(linear.projection.value(tick.place))
      if place > -1e-9 { ticks.append(Tick(place: place, label: tick.label)) }
    }
    return AxisTicks(projection: projection, ticks: ticks, factor: linear.factor)
  }
}
