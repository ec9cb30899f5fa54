import Lessons
import Testing

/// Files that are not the text a lesson can be are told what they are, and where.
@Suite struct LessonSourceTests {
  static let table: [(bytes: [UInt8], text: String)] = [
    (
      Array("# T\n\nGr".utf8) + [0xFC] + Array("n\n".utf8),
      """
      m.md:3:3: error: the byte 0xFC is not UTF-8; in Latin-1 it is 'ü'
      hint: save the file as UTF-8
      """
    ),
    (
      Array("# T\r\n\r\nää".utf8) + [0x93],
      "m.md:3:3: error: the byte 0x93 is not UTF-8\nhint: save the file as UTF-8"
    ),
    (
      [0xFF, 0xFE] + "# T\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      "m.md:1:1: error: the text is UTF-16\nhint: save the file as UTF-8"
    ),
    (
      "# T\n\nü".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      "m.md:1:1: error: the text is UTF-16\nhint: save the file as UTF-8"
    ),
    (
      [0xFF, 0xFE, 0, 0, 0x23, 0, 0, 0],
      "m.md:1:1: error: the text is UTF-32\nhint: save the file as UTF-8"
    ),
    (
      Array("# T\n\nä\0".utf8),
      "m.md:3:2: error: a NUL byte is not text\nhint: take it out, or save the file as text"
    ),
    (
      Array("\u{FEFF}# T\n\nx \u{FEFF}y\n".utf8),
      """
      m.md:3:3: error: a byte-order mark in the middle of the text
      hint: take it out: it is invisible, and comes from joining files
      """
    ),
  ]

  @Test("what is no UTF-8 text is named", arguments: table)
  func names(bytes: [UInt8], text: String) throws {
    let error = #expect(throws: LocatedError.self) { try LessonSource(path: "m.md", bytes: bytes) }
    #expect(error?.text == text)
  }

  @Test(arguments: [
    ("# T\n\nx\n", nil), ("\u{FEFF}# T\r\n\r\nx", nil), ("# T\r\rx\r", nil),
    ("# T\r\n\nx\n", "m.md:2:1: warning: the line ends in LF, those before it in CR LF"),
    ("# T\n\nx\r\n", "m.md:3:1: warning: the line ends in CR LF, those before it in LF"),
    ("# T\n\rx\n", "m.md:2:1: warning: the line ends in CR, those before it in LF"),
  ])
  func mixedLineEndsAreAWarning(text: String, warning: String?) throws {
    let lesson = try LessonCheckerTests.lesson(text, path: "m.md")
    #expect(
      lesson.warnings.map(\.text)
        == (warning.map { [$0 + "\nhint: let all lines end alike"] } ?? [])
    )
    let report = CheckReport(lessons: [LessonReport(path: "m.md", warnings: lesson.warnings)])
    #expect(report.exitCode == 0)
    #expect(report.text.contains("warning") == (warning != nil))
    #expect(report.summary.hasSuffix(warning == nil ? "all fine" : "all fine, 1 warning"))
    #expect(report.json.contains("\"result\":\"warning\",\"warnings\":[{") == (warning != nil))
  }
}
