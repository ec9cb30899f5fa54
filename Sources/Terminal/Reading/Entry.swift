/// The rules of an entry of several rows: when Enter submits it, and what then counts.
package enum Entry {
  /// What Enter does.
  package enum Enter: Equatable {
    case submit
    /// Inserts this: a line feed and the indentation of the next row.
    case newRow(String)
  }

  /// - Parameters:
  ///   - text: the whole entry.
  ///   - before: the part before the cursor, which decides the indentation.
  package static func enter(text: String, before: String, isComplete: (String) -> Bool) -> Enter {
    if command(in: text) != nil || isComplete(text) { return .submit }
    // An empty row hands in what is open, so that no bracket holds anybody.
    if before == text, text.contains("\n"), lastRow(of: text).allSatisfy({ $0 == " " }) {
      return .submit
    }
    let row = before.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? [][...]
    var indentation = row.prefix { $0 == 0x20 }.count
    if let last = row.last(where: { $0 != 0x20 }), [0x28, 0x5B, 0x7B].contains(last) {
      indentation += 2
    }
    return .newRow("\n" + String(repeating: " ", count: max(2, indentation)))
  }

  /// The command that the last row is: a row that begins with a colon is always complete, so that
  /// nobody is held in an entry by an open bracket.
  package static func command(in text: String) -> String? {
    let command = lastRow(of: text).drop { $0 == " " }
    return command.hasPrefix(":") ? String(command) : nil
  }

  /// What is handed on: the entry, or the command alone and the unfinished rest to keep in the
  /// history.
  package static func submitted(
    _ text: String,
    isComplete: (String) -> Bool
  ) -> (entry: String, abandoned: String?) {
    guard let command = command(in: text), let end = text.lastIndex(of: "\n") else {
      return (withoutEmptyRows(text), nil)
    }
    let rest = String(text[..<end])
    return isComplete(rest) ? (text, nil) : (command, rest)
  }

  private static func lastRow(of text: String) -> Substring {
    text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
  }

  private static func withoutEmptyRows(_ text: String) -> String {
    var text = text
    while let end = text.lastIndex(of: "\n"), text[end...].dropFirst().allSatisfy({ $0 == " " }) {
      text.removeSubrange(end...)
    }
    return text
  }
}
