/// The cells that a learner's line may mean, given the starter.
///
/// For `a = ____` both `40` and `a = 40` are meant as the whole answer; in a starter of several
/// lines the line typed takes the place of the one with the blank.
enum AttemptForms {
  static func cells(starter: String, answer: String) -> [String] {
    let lines = starter.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let blanks = lines.indices.filter { lines[$0].contains("___") }
    var forms: [String] = []
    func add(_ form: String) {
      if !forms.contains(form) { forms.append(form) }
    }
    if let line = blanks.first, blanks.count == 1 {
      let isOneLine = !answer.contains("\n")
      let head = lines[line].prefix { $0 != "_" }.filter { $0 != " " }
      // It repeats what stands before the blank: the whole line.
      let repeats = !head.isEmpty && answer.filter { $0 != " " }.hasPrefix(head)
      if isOneLine && !repeats, let filled = filled(lines[line], with: answer) {
        add(replaced(lines, line, filled))
      }
      add(replaced(lines, line, answer))
    }
    add(answer)
    return forms
  }

  private static func replaced(_ lines: [String], _ index: Int, _ line: String) -> String {
    var lines = lines
    lines[index] = line
    return lines.joined(separator: "\n")
  }

  /// The line with its one blank filled; nil where it has several.
  private static func filled(_ line: String, with answer: String) -> String? {
    guard let start = line.firstRange(of: "___")?.lowerBound else { return nil }
    let rest = line[start...].drop { $0 == "_" }
    if rest.contains("___") { return nil }
    return line[..<start] + answer + rest
  }
}
