import Formulas

/// A check cell, read: what it expects of an answer, and what it says to wrong ones.
package struct CheckCell: Sendable {
  package struct Line: Sendable {
    package var statement: CheckStatement
    /// Within the cell, from 1.
    package var line: Int
    /// Answers that comments before it give as examples: `# wrong: a = v`.
    package var examples: [String]
  }

  package private(set) var expectations: [Line] = []
  package private(set) var reactions: [Line] = []
  /// Examples behind the last of both.
  package private(set) var examples: [String] = []

  /// What cannot be read is left out; running the cell tells of it.
  package init(_ source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let bytes = Array(source.utf8)
    var next = 0
    func examples(before line: Int) -> [String] {
      var found: [String] = []
      while next < min(line, lines.count) {
        if let example = Self.example(lines[next]) { found.append(example) }
        next += 1
      }
      return found
    }
    var lexer = Lexer(source)
    while true {
      let tokens: [Token]
      do throws(Diagnostic) {
        guard let next = try lexer.nextStatement() else { break }
        tokens = next
      } catch {
        lexer.skipLine(at: error.range?.start ?? lexer.offset)
        continue
      }
      guard let first = tokens.first, let last = tokens.last,
        let command = CommandCatalog.command(of: tokens),
        command.role == .expectation || command.role == .reaction
      else { continue }
      let text = String(decoding: bytes[first.range.start..<last.range.end], as: UTF8.self)
      var context = CommandContext(session: Session(), tokens: tokens, source: text)
      context.begin(command)
      guard let statement = try? context.checkStatement() else { continue }
      let number = first.range.position(in: source).line
      let line = Line(statement: statement, line: number, examples: examples(before: number))
      if command.role == .expectation {
        expectations.append(line)
      } else {
        reactions.append(line)
      }
    }
    self.examples = examples(before: lines.count)
  }

  private static func example(_ line: Substring) -> String? {
    let words = line.drop { $0 == " " || $0 == "\t" }
    guard words.first == "#" else { return nil }
    let comment = words.dropFirst().drop { $0 == " " }
    guard comment.hasPrefix("wrong:") else { return nil }
    var answer = comment.dropFirst(6).drop { $0 == " " }
    while let last = answer.last, last == " " || last == "\t" || last == "\r" {
      answer.removeLast()
    }
    return String(answer)
  }
}

extension CheckCell {
  /// The values that conditions compare a name with by `~=`, as they are in this session.
  func values(comparedWith name: String, in session: Session) -> [Double] {
    (expectations + reactions).flatMap { line in
      line.statement.condition.partners(of: name).compactMap { try? session.number($0) }
    }
  }

  /// The reactions to wrong answers that agree with a right one in the digits that are asked at
  /// least, with the number of digits that tells them apart; `session` holds the solution.
  package func closeReactions(in session: Session) -> [(line: Int, digits: Int)] {
    var found: [(line: Int, digits: Int)] = []
    for reaction in reactions {
      let condition = reaction.statement.condition
      var most = TypedNumber.fewestDigits
      for name in condition.names {
        let wrong = condition.partners(of: name).compactMap { try? session.number($0) }
        for expectation in expectations {
          for partner in expectation.statement.condition.partners(of: name) {
            guard let right = try? session.number(partner) else { continue }
            let others = wrong.filter { !Evaluator.agree($0, right, unit: nil) }
            most = max(most, TypedNumber.digits(telling: right, from: others))
          }
        }
      }
      if most > TypedNumber.fewestDigits { found.append((reaction.line, most)) }
    }
    return found
  }
}

extension Expression {
  /// What stands on the other side of a `~=` from the name.
  fileprivate func partners(of name: String) -> [Expression] {
    if case .binary(.about, let left, let right, _) = self {
      if case .name(name, _) = left { return [right] }
      if case .name(name, _) = right { return [left] }
    }
    return children.flatMap { $0.partners(of: name) }
  }
}
