/// Pasted text as it should stand in an entry.
///
/// When the paste is a piece of a session, prompts and all, only what was typed remains: the
/// prompts go, and so do the rows between two entries, which are output.
package enum Transcript {
  /// - Parameters:
  ///   - prompts: the plain text of the prompts to recognise.
  ///   - isComplete: says whether the rows of an entry so far are all of it; rows after an
  ///     unfinished one belong to it although they carry no prompt.
  package static func entry(
    fromPasted text: String,
    prompts: [String],
    isComplete: (String) -> Bool
  ) -> String {
    let rows = cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
    let marks = prompts.map(trimmed).filter { !$0.isEmpty }
    guard let first = rows.first(where: { !trimmed(String($0)).isEmpty }),
      typed(String(first), after: marks) != nil
    else { return rows.joined(separator: "\n") }

    var entries: [String] = []
    for row in rows {
      if let start = typed(String(row), after: marks) {
        entries.append(start)
      } else if let last = entries.indices.last, !isComplete(entries[last]) {
        entries[last] += "\n" + row
      }
    }
    return entries.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Transcript {
  /// What stands after the prompt; nil where the row has none.
  private static func typed(_ row: String, after marks: [String]) -> String? {
    let row = row.drop { $0 == " " }
    for mark in marks where row.hasPrefix(mark) {
      let rest = row.dropFirst(mark.count)
      if rest.isEmpty { return "" }
      if rest.first == " " { return String(rest.dropFirst()) }
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    let front = text.drop { $0 == " " }
    guard let last = front.lastIndex(where: { $0 != " " }) else { return "" }
    return String(front[...last])
  }

  /// Without the line feeds at the end (a paste never submits) and without control characters; a
  /// tab becomes two blanks, CR LF a line feed.
  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        if previous != "\r" { result.append("\n") }
      case "\r": result.append("\n")
      case "\t": result.append(contentsOf: "  ".unicodeScalars)
      default:
        if scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) { result.append(scalar) }
      }
      previous = scalar
    }
    while result.last == "\n" { result.removeLast() }
    return String(result)
  }
}
