import Typesetting

/// Shows a formula as it was written until `Typesetting` reads TeX.
enum TeX {
  static func parse(_ source: String) throws(MathError) -> MathNode {
    if source.isEmpty { throw MathError(column: 1, message: "empty formula", hint: nil) }
    return .text(source)
  }
}

struct MathError: Error {
  var column: Int
  var message: String
  var hint: String?
}
