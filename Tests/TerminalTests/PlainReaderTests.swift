import Foundation
import Terminal
import Testing

@Suite struct PlainReaderTests {
  @Test(
    "lines come without their ends, the last one also without a line feed",
    arguments: [
      ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("", []), ("\n\n", ["", ""]),
      ("a\r\nb\r\n", ["a", "b"]), ("β\u{0}x\n", ["β\u{0}x"]),
    ]
  )
  func lines(text: String, expected: [String]) {
    #expect(read(Array(text.utf8)) == expected)
  }

  @Test("bytes that are not UTF-8 become replacement characters")
  func encoding() {
    #expect(read([0x61, 0xFF, 0x62, 0x0A, 0xC3]) == ["a\u{FFFD}b", "\u{FFFD}"])
  }

  @Test("a line longer than any buffer stays one line")
  func long() {
    let line = String(repeating: "x", count: 300_000)
    #expect(read(Array((line + "\nnext\n").utf8)) == [line, "next"])
  }

  private func read(_ bytes: [UInt8]) -> [String] {
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    Thread.detachNewThread {
      writer.write(Data(bytes))
      try? writer.close()
    }
    var reader = PlainReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    var lines: [String] = []
    while case .text(let line) = reader.next() { lines.append(line) }
    return lines
  }
}
