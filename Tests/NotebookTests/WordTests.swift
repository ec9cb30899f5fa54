import Foundation
import Formulas
import Notebook
import Testing

/// One line of `Words/*.txt`: what is typed, and the first line of what comes.
struct TypedLine: Sendable, CustomTestStringConvertible {
  var setup: String
  var typed: String
  var comes: String

  var testDescription: String { typed }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Words")

  /// A file begins with the cell that is run before each of its lines, each line of it behind `> `.
  static let all: [TypedLine] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { file -> [TypedLine] in
      let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
      let lines = text.split(separator: "\n").map(String.init)
      let setup = lines.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }.joined(
        separator: "\n"
      )
      return lines.filter { !$0.hasPrefix("> ") }.map { line in
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return TypedLine(
          setup: setup,
          typed: String(parts[0]),
          comes: parts.count > 1 ? String(parts[1]) : ""
        )
      }
    }
  }()

  var session: Session {
    var session = Session(data: CourseData.store, host: Host(updateLimit: 500))
    _ = session.run(cell: setup)
    return session
  }

  /// The first line of the answer, or the error and its hint.
  static func answer(_ result: CellResult) -> String {
    guard let diagnostic = result.diagnostic else {
      let text = result.text()
      return text.isEmpty ? "(nothing)" : String(text.split(separator: "\n")[0])
    }
    return diagnostic.message + (diagnostic.hint.map { " -> " + $0 } ?? "")
  }
}

@Suite struct WordTests {
  @Test(arguments: TypedLine.all)
  func `what people type gets the one right answer`(line: TypedLine) {
    var session = line.session
    #expect(TypedLine.answer(session.run(cell: line.typed)) == line.comes)
  }

  @Test func `there are many of them`() {
    #expect(TypedLine.all.count >= 150)
  }

  @Test(arguments: TypedLine.all)
  func `what a hint proposes can be read`(line: TypedLine) {
    var session = line.session
    let result = session.run(cell: line.typed)
    guard let hint = result.diagnostic?.hint else { return }
    for code in Self.proposals(hint, for: line.typed, result) {
      var other = line.session
      let message = other.run(cell: code).diagnostic?.message ?? ""
      let isWrong = Self.unreadable.contains { message.hasPrefix($0) }
      #expect(!isWrong, "\(line.typed): \(hint): \(message)")
    }
  }

  /// How the messages about what cannot be read begin; a name may still want its value.
  private static let unreadable = [
    "unexpected", "expected", "something must follow", "this '", "unknown command",
    "unknown function", "a number is needed", "round brackets", "comparisons do not", "a product",
  ]

  /// The code in a hint: behind "write", "first:" and "begin with", or the line with the word that
  /// was meant.
  private static func proposals(
    _ hint: String,
    for typed: String,
    _ result: CellResult
  ) -> [String] {
    if let meant = hint.firstMatch(of: /did you mean '(.*)'\?/),
      let range = result.diagnostic?.range
    {
      let utf8 = Array(typed.utf8)
      let head = String(decoding: utf8[..<range.start], as: UTF8.self)
      return [head + meant.1 + String(decoding: utf8[range.end...], as: UTF8.self)]
    }
    if hint.hasPrefix("begin with ") { return [String(hint.dropFirst(11))] }
    for beginning in ["write ", "first: "] {
      guard let start = hint.range(of: beginning)?.upperBound else { continue }
      // The form of a command has places in it that are to be filled.
      if CommandCatalog.commands.contains(where: { hint[start...] == $0.usage }) { return [] }
      let code = hint[start...].components(separatedBy: " for ")
      if code[0].hasPrefix("'") || code[0].hasPrefix("both") { return [] }
      let isFormula = !code[0].contains(" from ") && !code[0].hasPrefix("plot ")
      return (isFormula ? code[0] : String(hint[start...])).components(separatedBy: " or ")
    }
    return []
  }
}
