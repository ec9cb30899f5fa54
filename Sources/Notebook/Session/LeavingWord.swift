import Formulas

extension Session {
  /// Whether a line says that its writer wants to leave: `quit`, `exit()`, `:q`, `logout`.
  ///
  /// A name that has a value is that value.
  package func isLeaving(_ line: String) -> Bool {
    var word = line.filter { $0 != " " && $0 != ":" && $0 != ";" }
    if word.hasSuffix("()") { word.removeLast(2) }
    let isColon = line.drop { $0 == " " }.hasPrefix(":")
    guard isColon || (word != "x" && !word.hasSuffix("!")) else { return false }
    return ForeignWord.leaving.contains(word) && (isColon || !knownNames.contains(word))
  }
}
