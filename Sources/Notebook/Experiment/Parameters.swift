import Arithmetic
import Formulas
import Networks
import Typesetting

/// What an experiment changes: named parts of one vector of numbers.
///
/// A formula's parameters are numbers with a name each. A network's parts are series, `W1`, `b1`,
/// `W2` and so on, whose elements are written `W1[1]`, `W1[2]`: thousands of numbers, few names.
struct Parameters: Equatable, Sendable {
  struct Part: Equatable, Sendable {
    var name: String
    var range: Range<Int>
    /// A single number, else a series.
    var isNumber: Bool
  }

  let parts: [Part]
  /// How many numbers there are in all.
  let count: Int

  init(numbers names: [String]) {
    parts = names.enumerated().map { Part(name: $1, range: $0..<$0 + 1, isNumber: true) }
    count = names.count
  }

  init(series views: [ParameterView]) {
    parts = views.map { Part(name: $0.name, range: $0.range, isNumber: false) }
    count = views.reduce(0) { $0 + $1.count }
  }

  /// How many numbers each part has.
  var layers: [Int] { parts.map { $0.range.count } }

  var names: [String] { parts.map { $0.name } }

  /// A part of a vector that lies in `values` from `offset` on.
  func value(of part: Int, in values: [Double], from offset: Int = 0) -> Value {
    let range = parts[part].range
    let start = offset + range.lowerBound
    return parts[part].isNumber
      ? .number(values[start]) : .series(Array(values[start..<start + range.count]))
  }

  /// The name of one number: `x`, `W1[3]`.
  func name(of component: Int) -> String {
    guard let part = part(of: component) else { return "" }
    return part.isNumber ? part.name : "\(part.name)[\(component - part.range.lowerBound + 1)]"
  }

  /// The same name to typeset, perhaps of its gradient: `d` before it.
  func symbol(of component: Int, prefix: String = "") -> MathNode {
    guard let part = part(of: component) else { return .row([]) }
    let name = MathNode.named(prefix + part.name)
    if part.isNumber { return name }
    let element = MathNode.number("\(component - part.range.lowerBound + 1)")
    return .row([name, .fenced("[", element, "]")])
  }

  /// The numbers of each part with the largest gradients, at most `limit`: all of a formula's.
  func prominent(_ limit: Int, _ gradient: [Double]) -> [Int] {
    parts.flatMap { part -> [Int] in
      if part.range.count <= limit { return Array(part.range) }
      let falling = part.range.sorted { abs(gradient[$0]) > abs(gradient[$1]) }
      return falling.prefix(limit).sorted()
    }
  }

  private func part(of component: Int) -> Part? {
    parts.first { $0.range.contains(component) }
  }
}
