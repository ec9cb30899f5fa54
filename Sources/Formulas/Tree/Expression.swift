/// An expression of the notebook's language, as a tree.
///
/// Equality ignores where things were written: `1 + x` equals `1+x`.
package indirect enum Expression: Equatable, Sendable {
  /// A number; `unit` is one unit of its last written digit, 0 for numbers that were computed.
  case number(Double, unit: Double)
  case boolean(Bool)
  case text(String)
  case name(String, Place)
  case negate(Expression)
  case not(Expression, Place)
  case binary(Operator, Expression, Expression, Place)
  case call(String, [Argument], Place)
  case list([Expression], Place)
  case index(Expression, Expression, Place)

  package struct Argument: Equatable, Sendable {
    package var label: String?
    package var value: Expression
    package var place: Place

    package init(_ value: Expression, label: String? = nil, place: Place = Place()) {
      self.label = label
      self.value = value
      self.place = place
    }
  }

  package enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case about = "~="
    case and = "and"
    case or = "or"

    /// How tightly the operator holds its sides.
    package var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .about: 4
      case .add, .subtract: 5
      case .multiply, .divide: 6
      case .power: 8
      }
    }

    package var isComparison: Bool { precedence == 4 }
  }

  package static func constant(_ value: Double) -> Expression { .number(value, unit: 0) }
  package static func variable(_ name: String) -> Expression { .name(name, Place()) }

  package static func apply(_ function: String, _ arguments: Expression...) -> Expression {
    .call(function, arguments.map { Argument($0) }, Place())
  }

  static func binary(_ op: Operator, _ left: Expression, _ right: Expression) -> Expression {
    .binary(op, left, right, Place())
  }

  /// The number, if the expression is one (also with a minus before it).
  package var constantValue: Double? {
    switch self {
    case .number(let value, _): value
    case .negate(.number(let value, _)): -value
    default: nil
    }
  }

  /// How many operations may stand in one another: what goes through a tree calls itself, also on
  /// the page, where there is little room for that.
  package static let tallest = 300

  /// How many operations stand in one another.
  package var height: Int {
    var tallest = 0
    for child in children { tallest = max(tallest, child.height) }
    return tallest + 1
  }

  /// The expression's parts, one level down.
  package var children: [Expression] {
    switch self {
    case .number, .boolean, .text, .name: []
    case .negate(let a), .not(let a, _): [a]
    case .binary(_, let a, let b, _), .index(let a, let b, _): [a, b]
    case .call(_, let arguments, _): arguments.map { $0.value }
    case .list(let items, _): items
    }
  }

  /// The same expression with each direct part replaced.
  package func mapChildren(_ change: (Expression) -> Expression) -> Expression {
    switch self {
    case .number, .boolean, .text, .name: self
    case .negate(let a): .negate(change(a))
    case .not(let a, let place): .not(change(a), place)
    case .binary(let op, let a, let b, let place): .binary(op, change(a), change(b), place)
    case .index(let a, let b, let place): .index(change(a), change(b), place)
    case .call(let name, let arguments, let place):
      .call(
        name,
        arguments.map { Argument(change($0.value), label: $0.label, place: $0.place) },
        place
      )
    case .list(let items, let place): .list(items.map(change), place)
    }
  }

  /// The names in order of appearance, each once.
  package var names: [String] {
    var found: [String] = []
    collectNames(into: &found)
    return found
  }

  private func collectNames(into found: inout [String]) {
    if case .name(let name, _) = self {
      if !found.contains(name) { found.append(name) }
      return
    }
    for child in children { child.collectNames(into: &found) }
  }

  /// Whether a series is made or gone through in it.
  package var hasSeries: Bool {
    switch self {
    case .list, .index: return true
    case .call(let name, let arguments, _):
      let isExtreme = (name == "max" || name == "min") && arguments.count == 1
      if isExtreme || FunctionCatalog.ofSeries.contains(name) { return true }
    default: break
    }
    return children.contains { $0.hasSeries }
  }

  /// The expression with names replaced; names without a replacement stay.
  package func substituting(_ replacement: (String) -> Expression?) -> Expression {
    if case .name(let name, _) = self, let new = replacement(name) { return new }
    return mapChildren { $0.substituting(replacement) }
  }

  /// The same expression with all of it standing in one place, or nowhere.
  package func placed(at place: Place) -> Expression {
    switch mapChildren({ $0.placed(at: place) }) {
    case .name(let name, _): .name(name, place)
    case .not(let a, _): .not(a, place)
    case .binary(let op, let a, let b, _): .binary(op, a, b, place)
    case .call(let name, let arguments, _): .call(name, arguments, place)
    case .list(let items, _): .list(items, place)
    case .index(let a, let b, _): .index(a, b, place)
    case let other: other
    }
  }

  /// Where the expression stands in its source, as far as its parts know.
  package var range: SourceRange? {
    switch self {
    case .name(_, let place), .not(_, let place), .binary(_, _, _, let place),
      .call(_, _, let place), .list(_, let place), .index(_, _, let place):
      place.range
    case .negate(let a): a.range
    case .number, .boolean, .text: nil
    }
  }
}
