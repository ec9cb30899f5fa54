/// Doubles as exact decimal numbers.
enum ExactDecimal {
  /// x · 10^power, rounded to a whole number, ties to even; x is finite and not negative.
  ///
  /// Where power is negative the result must have less than 64 bits.
  static func wholeNumber(_ x: Double, timesPowerOfTen power: Int) -> BigInteger {
    let fraction = x.bitPattern & 0xF_FFFF_FFFF_FFFF
    let field = Int(truncatingIfNeeded: x.bitPattern >> 52)
    let exponent = max(field, 1) - 1075
    var number = BigInteger(field == 0 ? fraction : fraction | 0x10_0000_0000_0000)
    number.multiply(byPowerOfTen: max(0, power))
    number.shiftLeft(max(0, exponent))
    guard power < 0 else {
      number.shiftRightRounding(max(0, -exponent))
      return number
    }
    var divisor = BigInteger(1)
    divisor.multiply(byPowerOfTen: -power)
    divisor.shiftLeft(max(0, -exponent))
    return roundedQuotient(number, divisor)
  }

  /// The decimal digits, the first one not zero; none for zero; uses the number up.
  static func digits(_ number: inout BigInteger) -> [UInt8] {
    var reversed: [UInt8] = []
    while !number.isZero {
      var group = number.divide(by: 1_000_000_000)
      for _ in 0..<9 where !(number.isZero && group == 0) {
        reversed.append(UInt8(group % 10))
        group /= 10
      }
    }
    return reversed.reversed()
  }

  private static func roundedQuotient(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    let (quotient, rest) = a.divided(by: b)
    var result = BigInteger(quotient)
    var double = rest
    double.shiftLeft(1)
    let isAbove = b < double
    let isTie = !isAbove && !(double < b)
    if isAbove || (isTie && result.isOdd) { result.increment() }
    return result
  }
}
