import Arithmetic

/// Labels of a logarithmic axis: decades, or 1-2-5 where there are too few of them.
enum LogTicks {
  static func between(_ first: Double, _ last: Double, _ wish: AxisTicks.Wish) -> AxisTicks {
    var low = RoundStep.above(first)
    var high = RoundStep.below(last)
    if wish.isPadded || first == last {
      low = RoundStep.below(first)
      high = RoundStep.above(last)
      while rank(high) - rank(low) < 2 {
        high = high.next
        if rank(high) - rank(low) < 2 { low = low.previous }
      }
      let projection = Projection(
        lower: logarithm(low),
        upper: logarithm(high),
        isLogarithmic: true
      )
      return labelled(projection, low, high, wish)
    }
    let projection = Projection(
      lower: Elementary.log10(first),
      upper: Elementary.log10(last),
      isLogarithmic: true
    )
    if rank(high) - rank(low) >= 2 { return labelled(projection, low, high, wish) }
    return evenly(projection, first, last, wish)
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
    let firstDecade = low.mantissa == 1 ? low.exponent : low.exponent + 1
    let decades = high.exponent - firstDecade + 1
    var ticks: [Tick] = []
    if decades < 3 {
      var step = low
      while rank(step) <= rank(high) {
        let place = projection.place(logarithm(step))
        ticks.append(Tick(place: place, label: label(step, low, high, wish.symbols)))
        step = step.next
      }
      if ticks.count > atMost + 1 { ticks = thinned(ticks, atMost: atMost) }
      return AxisTicks(projection: projection, ticks: ticks)
    }
    var stride = 1
    while (decades + stride - 1) / stride > atMost { stride += 1 }
    for exponent in firstDecade...high.exponent where exponent % stride == 0 {
      let place = projection.place(Double(exponent))
      ticks.append(Tick(place: place, label: wish.symbols.powerOfTen(exponent)))
    }
    return AxisTicks(projection: projection, ticks: ticks)
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
  private static func evenly(
    _ projection: Projection,
    _ first: Double,
    _ last: Double,
    _ wish: AxisTicks.Wish
  ) -> AxisTicks {
    var wish = wish
    wish.isPadded = false
    let linear = AxisTicks.linear(first, last, wish)
    var ticks: [Tick] = []
    for tick in linear.ticks {
      ticks.append(
        Tick(place: projection.unit(linear.projection.value(tick.place)), label: tick.label)
      )
    }
    return AxisTicks(projection: projection, ticks: ticks, factor: linear.factor)
  }
}
