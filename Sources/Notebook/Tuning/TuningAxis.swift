import Arithmetic
import Formulas
import Optimizers

/// A setting that `tune` looks for, and the numbers of two digits that it may be.
///
/// Such numbers are counted: 1 is 0, 1.1 is 1, and so on to 9.9, which is 89, and 10, which is 90.
/// What an average weighs its past with is looked for by what is left of 1, where it matters: 0.9,
/// 0.968, 0.99.
struct TuningAxis: Sendable {
  var name: String
  var range: SourceRange
  /// Whether the number is what is left of 1.
  var isRest: Bool

  /// A grid goes by the factor root 10: even places are powers of 10, odd ones 3.2 times these.
  static func count(atGrid place: Int) -> Int { (place >> 1) * 90 + (place & 1) * 22 }

  /// Places of the grid to begin with: 0.0001 to 10, or 0 to 0.999.
  var firstGrid: ClosedRange<Int> { isRest ? -6...0 : -8...2 }
  /// Places of the grid at most: 1e-8 to 1e6, or 0 to 0.999999.
  var wholeGrid: ClosedRange<Int> { isRest ? -12...0 : -16...12 }

  func isEdge(_ count: Int) -> Bool {
    count == Self.count(atGrid: wholeGrid.lowerBound)
      || (count == Self.count(atGrid: wholeGrid.upperBound) && !isRest)
  }

  /// The number as a literal with these digits would be read.
  func value(_ count: Int) -> Double {
    let decade = count >= 0 ? count / 90 : (count - 89) / 90
    let digits = 10 + count - 90 * decade
    var scale = 1.0
    for _ in 0..<abs(decade - 1) { scale *= 10 }
    if isRest { return (scale - Double(digits)) / scale }
    return decade >= 1 ? Double(digits) * scale : Double(digits) / scale
  }
}

extension TuningAxis {
  /// Nil where a setting is no number that could be looked for so.
  init?(_ setting: Hyperparameter, at range: SourceRange) {
    guard setting.kind == .number else { return nil }
    switch setting.range {
    case .positive, .notNegative: isRest = false
    case .belowOne: isRest = true
    default: return nil
    }
    name = setting.name
    self.range = range
  }

  /// A setting of a learner's own rule, which is known by its name.
  init(own name: String, at range: SourceRange) {
    self.name = name
    self.range = range
    isRest = name.hasPrefix("beta") || name.hasPrefix("rho")
  }
}
