#if arch(wasm32)
import Formulas
import Notebook

/// What the page is told of a finished cell, as JSON: the text a script would print, the inside of
/// the output element, whether it was stopped, whether a check was content with the digits that were
/// typed, and the first error.
enum CellAnswer {
  static func json(_ result: CellResult, identifier: String) -> [UInt8] {
    var members = [
      ("html", JSONText.string(result.html(identifier: identifier))),
      ("interrupted", result.wasInterrupted ? "true" : "false"),
      ("countedDigits", result.countedDigits ? "true" : "false"),
    ]
    if let diagnostic = result.diagnostic {
      let error = [
        ("message", JSONText.string(diagnostic.message)),
        ("isExpectation", diagnostic.kind == .expectation ? "true" : "false"),
      ]
      members.append(("error", JSONText.object(error)))
    }
    return Array(JSONText.object(members).utf8)
  }
}
#endif
