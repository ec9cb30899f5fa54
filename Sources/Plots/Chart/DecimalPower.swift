import Arithmetic

/// Powers of ten and round steps, exact where a number can be.
enum DecimalPower {
  static func of(_ exponent: Int) -> Double {
    var left = exponent < 0 ? -exponent : exponent
    var result = 1.0
    // 1e22 is the largest exact power.
    while left > 0 {
      let part = min(left, 22)
      var factor = 1.0
      for _ in 0..<part { factor *= 10 }
      result *= factor
      left -= part
    }
    return exponent < 0 ? 1 / result : result
  }

  /// `count` times ten to the `exponent`, rounded once where the power is exact.
  static func times(_ count: Double, _ exponent: Int) -> Double {
    exponent < 0 ? count / of(-exponent) : count * of(exponent)
  }

  /// The exponent of the leading digit of a positive number.
  static func exponent(of value: Double) -> Int {
    var exponent = Int(Elementary.log10(value).rounded(.down))
    // The logarithm may be a hair off at a power of ten.
    if times(1, exponent + 1) <= value { exponent += 1 }
    if times(1, exponent) > value { exponent -= 1 }
    return exponent
  }
}

/// 1, 2 or 5 times a power of ten.
struct RoundStep: Equatable {
  var mantissa: Int
  var exponent: Int

  var value: Double { times(1) }

  func times(_ count: Double) -> Double {
    count == 0 ? 0 : DecimalPower.times(count * Double(mantissa), exponent)
  }

  var next: RoundStep {
    switch mantissa {
    case 1: RoundStep(mantissa: 2, exponent: exponent)
    case 2: RoundStep(mantissa: 5, exponent: exponent)
    default: RoundStep(mantissa: 1, exponent: exponent + 1)
    }
  }

  var previous: RoundStep {
    switch mantissa {
    case 5: RoundStep(mantissa: 2, exponent: exponent)
    case 2: RoundStep(mantissa: 1, exponent: exponent)
    default: RoundStep(mantissa: 5, exponent: exponent - 1)
    }
  }

  /// The largest one that is not above a positive value.
  static func below(_ value: Double) -> RoundStep {
    var step = RoundStep(mantissa: 1, exponent: DecimalPower.exponent(of: value))
    while step.next.value <= value { step = step.next }
    return step
  }

  /// The smallest one that is not below a positive value.
  static func above(_ value: Double) -> RoundStep {
    let step = below(value)
    return step.value == value ? step : step.next
  }
}
