/// The cells that a learner's line may mean, given the starter.
///
/// For `a = ____` both `40` and `a = 40` are meant as the whole answer; in a starter of several
/// lines the line typed takes the place of the one with the blank.
enum AttemptForms {
  /// A blank is three underscores or more.
  static let blank = "___"

  static func cells(starter: String, answer: String) -> [String] {
    let lines = starter.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let blanks = lines.indices.filter { lines[$0].contains(blank) }
    var forms: [String] = []
    func add(_ form: String) {
      if !forms.contains(form) { forms.append(form) }
    }
    if let line = blanks.first, blanks.count == 1 {
      if !answer.contains("\n"), !repeats(answer, lines[line]),
        let filled = filled(lines[line], with: answer)
      {
        add(replaced(lines, line, filled))
      }
      add(replaced(lines, line, answer))
    }
    add(answer)
    return forms
  }

  /// Whether the answer says again what stands before the blank, and so is the whole line.
  private static func repeats(_ answer: String, _ line: String) -> Bool {
    guard let start = line.firstRange(of: blank)?.lowerBound else { return false }
    let head = line[..<start].filter { $0 != " " }
    return !head.isEmpty && answer.filter { $0 != " " }.hasPrefix(head)
  }

  private static func replaced(_ lines: [String], _ index: Int, _ line: String) -> String {
    var lines = lines
    lines[index] = line
    return lines.joined(separator: "\n")
  }

  /// The line with its one blank filled; nil where it has several.
  private static func filled(_ line: String, with answer: String) -> String? {
    guard let start = line.firstRange(of: blank)?.lowerBound else { return nil }
    let rest = line[start...].drop { $0 == "_" }
    if rest.contains(blank) { return nil }
    return line[..<start] + answer + rest
  }
}
