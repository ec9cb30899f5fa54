import Arithmetic

/// What an expression comes to.
package enum Value: Equatable, Sendable {
  case number(Double)
  case boolean(Bool)
  case text(String)
  case series([Double])

  package var kindName: String {
    switch self {
    case .number: "a number"
    case .boolean: "true or false"
    case .text: "text"
    case .series: "a series"
    }
  }

  package var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The value's elements: one for a number.
  package var elements: [Double]? {
    switch self {
    case .number(let value): [value]
    case .series(let values): values
    case .boolean, .text: nil
    }
  }
}
