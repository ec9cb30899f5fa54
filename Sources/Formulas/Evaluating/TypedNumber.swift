import Arithmetic

/// A number that a learner typed as the whole value of a name, judged to the digits given.
///
/// `0.857` is 6/7 to three digits; `0.86` is not, for at least three are asked. Where a wrong answer
/// agrees with the right one to so many digits, as many are asked as tell the two apart.
package struct TypedNumber: Equatable, Sendable {
  package static let fewestDigits = 3

  package var name: String
  /// One unit of the last digit typed.
  package var unit: Double
  /// Other values that the name is compared with.
  package var others: [Double]

  package init(name: String = "", unit: Double, others: [Double] = []) {
    self.name = name
    self.unit = unit
    self.others = others
  }

  /// Whether the typed value is `right`, rounded to the digits given.
  package func agrees(_ typed: Double, with right: Double) -> Bool {
    guard typed.isFinite, right.isFinite, right != 0 else { return typed == right }
    return Evaluator.agree(typed, right, unit: unit(against: right))
  }

  /// One unit of the last digit in which a number must agree with `right`.
  package func unit(against right: Double) -> Double {
    var unit = min(self.unit, Self.unit(ofDigit: Self.fewestDigits, of: right))
    for other in others where other != right && other.isFinite {
      // Rounded to so few digits the two are one number.
      while unit > 0, (other / unit).rounded() == (right / unit).rounded() { unit /= 10 }
    }
    return unit
  }

  /// How many digits a number must have that is to be `right` and none of the others.
  package static func digits(telling right: Double, from others: [Double]) -> Int {
    guard right.isFinite, right != 0 else { return fewestDigits }
    let first = unit(ofDigit: 1, of: right)
    let last = TypedNumber(unit: .infinity, others: others).unit(against: right)
    // No Double has more digits than 17.
    let digits = last > 0 ? Elementary.log10(first / last).rounded() + 1 : 17
    return Int(min(digits, 17))
  }

  private static func unit(ofDigit digit: Int, of number: Double) -> Double {
    Elementary.pow(10, Elementary.log10(abs(number)).rounded(.down) - Double(digit - 1))
  }
}

extension Expression {
  /// A written number, with a minus sign or without, and one unit of its last digit.
  package var written: (value: Double, unit: Double)? {
    switch self {
    case .number(let value, let unit): (value, unit)
    case .negate(.number(let value, let unit)): (-value, unit)
    default: nil
    }
  }
}
