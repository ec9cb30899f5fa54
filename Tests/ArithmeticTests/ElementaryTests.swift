import Arithmetic
import Foundation
import Testing

/// One row of `Fixtures/elementary.txt`, which `make_elementary.py` wrote.
struct ElementaryCase {
  var function: String
  var arguments: [Double]
  var expected: Double

  static func all() throws -> [ElementaryCase] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/elementary.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let numbers = try words.dropFirst().map { try #require(Self.number($0)) }
      return ElementaryCase(
        function: String(words[0]),
        arguments: Array(numbers.dropLast()),
        expected: try #require(numbers.last)
      )
    }
  }

  private static func number(_ text: Substring) -> Double? {
    text == "nan" ? .nan : UInt64(text, radix: 16).map(Double.init(bitPattern:))
  }

  var computed: Double {
    arguments.count == 1
      ? Self.unary[function]?(arguments[0]) ?? .nan
      : Self.binary[function]?(arguments[0], arguments[1]) ?? .nan
  }

  static let unary: [String: @Sendable (Double) -> Double] = [
    "exp": Elementary.exp, "expm1": Elementary.expm1, "log": Elementary.log,
    "log2": Elementary.log2, "log10": Elementary.log10, "log1p": Elementary.log1p,
    "sin": Elementary.sin, "cos": Elementary.cos, "tan": Elementary.tan,
    "asin": Elementary.asin, "acos": Elementary.acos, "atan": Elementary.atan,
    "sinh": Elementary.sinh, "cosh": Elementary.cosh, "tanh": Elementary.tanh,
    "sigmoid": Elementary.sigmoid, "erf": Elementary.erf, "softplus": Elementary.softplus,
  ]

  static let binary: [String: @Sendable (Double, Double) -> Double] = [
    "atan2": Elementary.atan2, "pow": Elementary.pow, "hypot": Elementary.hypot,
    "mod": Elementary.modulo,
  ]

  /// How many doubles lie between the result and the correctly rounded one.
  var distance: UInt64 {
    if computed.isNaN || expected.isNaN { return computed.isNaN && expected.isNaN ? 0 : .max }
    if computed.sign != expected.sign { return .max }
    let (a, b) = (computed.bitPattern, expected.bitPattern)
    return a > b ? a - b : b - a
  }
}

@Test("no elementary function is more than one double away from the correctly rounded result")
func elementaryFunctionsAreAccurate() throws {
  let cases = try ElementaryCase.all()
  #expect(cases.count > 4000)
  for row in cases where row.distance > 1 {
    Issue.record("\(row.function)\(row.arguments): \(row.computed), expected \(row.expected)")
  }
}

@Test("nearly every result is the correctly rounded one")
func mostResultsAreCorrectlyRounded() throws {
  var missed: [String: Int] = [:]
  var counted: [String: Int] = [:]
  for row in try ElementaryCase.all() {
    counted[row.function, default: 0] += 1
    if row.distance != 0 { missed[row.function, default: 0] += 1 }
  }
  for (function, count) in counted {
    let share = Double(missed[function] ?? 0) / Double(count)
    #expect(share < 0.04, "\(function) misses \(share)")
  }
}
