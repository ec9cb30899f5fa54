/// A line `when CONDITION say "TEXT"` of a check cell, and values that would make it true.
struct Reaction: Equatable {
  struct Candidate: Equatable {
    /// The variable it is a value of, where the condition begins with a lone name.
    var name: String?
    var value: String
  }

  var condition: String
  var saying: String
  /// Within the cell, from 1.
  var line: Int
  /// Answers that comments before it give as examples: `# wrong: a = v`.
  var examples: [String]

  static func all(in check: String) -> [Reaction] {
    var reactions: [Reaction] = []
    var examples: [String] = []
    for (index, line) in check.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("#") {
        let comment = words.dropFirst().drop { $0 == " " }
        if comment.hasPrefix("wrong:") { examples.append(trimmed(comment.dropFirst(6))) }
        continue
      }
      guard words.hasPrefix("when ") else { continue }
      guard let say = words.ranges(of: " say ").last else { continue }
      let condition = words[..<say.lowerBound].dropFirst(5)
      reactions.append(
        Reaction(
          condition: trimmed(condition),
          saying: unquoted(trimmed(words[say.upperBound...])),
          line: index + 1,
          examples: examples
        )
      )
      examples = []
    }
    return reactions
  }

  var candidates: [Candidate] {
    var candidates: [Candidate] = []
    let parts = condition.replacing(" or ", with: " and ").split(separator: " and ")
    for part in parts {
      guard let (left, sign, right) = Self.comparison(part) else { continue }
      for value in Self.values(sign, right) {
        candidates.append(Candidate(name: Self.isName(left) ? left : nil, value: value))
      }
      for value in Self.values(Self.mirrored(sign), left) where Self.isName(right) {
        candidates.append(Candidate(name: right, value: value))
      }
    }
    return candidates
  }
}

extension Reaction {
  private static let signs = ["~=", "==", "!=", "<=", ">=", "<", ">"]

  /// The first comparison that stands outside of brackets.
  private static func comparison(
    _ text: Substring
  ) -> (left: String, sign: String, right: String)? {
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "(" || text[index] == "[" { depth += 1 }
      if text[index] == ")" || text[index] == "]" { depth -= 1 }
      if depth == 0, let sign = signs.first(where: { text[index...].hasPrefix($0) }) {
        let after = text.index(index, offsetBy: sign.count)
        return (trimmed(text[..<index]), sign, trimmed(text[after...]))
      }
      index = text.index(after: index)
    }
    return nil
  }

  /// Values that stand in this relation to another.
  private static func values(_ sign: String, _ other: String) -> [String] {
    switch sign {
    case "~=", "==": [other]
    case "<": ["\(other) - 1", "(\(other)) / 2"]
    case ">": ["\(other) + 1", "2*(\(other))"]
    case "<=": [other, "\(other) - 1"]
    case ">=": [other, "\(other) + 1"]
    default: ["\(other) + 1", "\(other) - 1"]
    }
  }

  private static func mirrored(_ sign: String) -> String {
    switch sign {
    case "<": ">"
    case ">": "<"
    case "<=": ">="
    case ">=": "<="
    default: sign
    }
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" || last == ";" { text.removeLast() }
    return String(text)
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    return String(text.dropFirst().dropLast()).replacing("\\\"", with: "\"").replacing(
      "\\\\",
      with: "\\"
    )
  }
}
