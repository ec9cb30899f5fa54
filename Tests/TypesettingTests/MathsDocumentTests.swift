import Foundation
import Testing
import Typesetting

/// `lessons/MATHS.md` is written by hand around tables that must say what the code does.
@Suite struct MathsDocumentTests {
  static func document() throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "lessons/MATHS.md"), encoding: .utf8)
  }

  /// The table of one group, which is pasted into the document when a command is new.
  static func table(_ group: TeXCommand.Group) throws -> String {
    let rows = try TeX.commands.filter { $0.group == group }
      .map { (example: $0.example, node: try TeX.parse($0.example)) }
    var first = 0
    var second = 0
    for row in rows {
      first = max(first, DisplayWidth.columns(row.example))
      second = max(second, DisplayWidth.columns(row.node.line))
    }
    var text = "### \(group.title)\n\n```text\n"
    for row in rows {
      text += DisplayWidth.padded(row.example, to: first + 3)
      text += DisplayWidth.padded(row.node.line, to: second + 3) + row.node.asciiLine + "\n"
    }
    return text + "```\n"
  }

  @Test(arguments: TeXCommand.Group.allCases)
  func `every command is in the document with what it becomes`(group: TeXCommand.Group) throws {
    let table = try Self.table(group)
    let document = try Self.document()
    #expect(document.contains(table), "lessons/MATHS.md wants\n\(table)")
  }

  @Test func `the document's formulas are what it says they are`() throws {
    let document = try Self.document()
    let update = try TeX.parse(
      #"W := W - \alpha \frac{\hat{v}_{dW}}{\sqrt{\hat{s}_{dW}} + \varepsilon}"#
    )
    #expect(document.contains(update.box().joined(separator: "\n")))
    #expect(document.contains(update.line + "\n" + update.asciiLine + "\n"))
    for environment in TeX.environments { #expect(document.contains("`" + environment + "`")) }
    let shown = [#"\aplha + 1"#, "a_b_c", "x^10"]
    for broken in TeXErrorTests.table where shown.contains(broken.source) {
      #expect(document.contains(broken.message))
      #expect(document.contains("hint: " + (broken.hint ?? "")))
    }
  }
}
