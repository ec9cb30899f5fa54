import System
import Terminal
import Testing
import Typesetting

@Suite struct StyleTableTests {
  @Test(
    "every style looks as its depth allows",
    arguments: [
      (ColourDepth.none, TextStyle.bad, nil), (.sixteen, .plain, nil), (.full, .plain, nil),
      (.sixteen, .bad, "1;91"), (.indexed, .bad, "1;38;5;166"), (.full, .bad, "1;38;2;213;94;0"),
      (.sixteen, .series(0), "36"), (.full, .series(7), "38;2;86;180;233"),
      (.full, .series(-1), "38;2;86;180;233"), (.full, .strong, "1"), (.sixteen, .hint, "90"),
      (.full, .paint(foreground: 0xFF8000, background: -1), "38;2;255;128;0"),
      (.full, .paint(foreground: -1, background: 0x000001), "48;2;0;0;1"),
      (.indexed, .paint(foreground: 0xFFFFFF, background: 0x808080), "38;5;231;48;5;244"),
      (.sixteen, .paint(foreground: 0xFFFFFF, background: 0xCD0000), "97;41"),
      (.full, .paint(foreground: -1, background: -1), nil),
    ] as [(ColourDepth, TextStyle, String?)]
  )
  func codes(depth: ColourDepth, style: TextStyle, code: String?) {
    #expect(StyleTable(depth: depth, background: .dark).code(for: style) == code)
  }

  @Test(
    "COLORFGBG tells of a dark background",
    arguments: [
      ([:], .any), (["COLORFGBG": "15;0"], .dark), (["COLORFGBG": "0;15"], .any),
      (["COLORFGBG": "15;default;0"], .dark), (["COLORFGBG": "7;8"], .dark),
      (["COLORFGBG": "0;7"], .any), (["COLORFGBG": "nonsense"], .any), (["TERM": "linux"], .dark),
    ] as [([String: String], Background)]
  )
  func background(table: [String: String], background: Background) {
    #expect(Environment(table).background == background)
  }

  @Test("escapes end before a line feed and begin again after it")
  func lines() {
    var text = StyledText("a\n\nb", .good)
    text.append("c\n")
    let dressed = StyleTable(depth: .sixteen, background: .dark).dressed(text)
    #expect(dressed == "\u{1B}[32ma\u{1B}[0m\n\n\u{1B}[32mb\u{1B}[0mc\n")
  }

  @Test("without colours the text is the plain text", arguments: [TextStyle.bad, .series(3)])
  func plain(style: TextStyle) {
    #expect(StyleTable(depth: .none).dressed(StyledText("α = 1\n", style)) == "α = 1\n")
  }

  /// Every character below U+0100, the bidirectional and the zero-width ones, and whole attacks.
  static let hostile: [String] =
    (0..<256).compactMap { Unicode.Scalar($0).map { "x\(Character($0))y" } } + [
      "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "a\rb", "\u{202E}txt",
      "\u{200B}", "\u{2066}", "\u{FEFF}", "\u{1B}[?1049h\u{1B}P$q\u{1B}\\", "\r\n",
    ]

  @Test("no control character passes but line feed, tab and the table's own colours")
  func filter() {
    for depth in ColourDepth.allCases {
      for style in [TextStyle.plain, .bad, .paint(foreground: 0, background: 0xFFFFFF)] {
        for text in Self.hostile {
          let dressed = StyleTable(depth: depth).dressed(StyledText(text, style))
          let bare = withoutColours(dressed, style: style, depth: depth)
          #expect(bare.unicodeScalars.allSatisfy(isHarmless), "\(text.debugDescription)")
        }
      }
    }
  }

  /// Takes exactly the escapes the style has: one that came from the text would stay.
  private func withoutColours(_ text: String, style: TextStyle, depth: ColourDepth) -> String {
    guard let code = StyleTable(depth: depth).code(for: style) else { return text }
    let start = "\u{1B}[" + code + "m"
    let end = "\u{1B}[0m"
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix(start), line.hasSuffix(end) else { return String(line) }
      return String(line.dropFirst(start.count).dropLast(end.count))
    }.joined(separator: "\n")
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
    default: true
    }
  }
}
