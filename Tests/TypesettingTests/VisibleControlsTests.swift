import Testing
import Typesetting

@Suite struct VisibleControlsTests {
  static let table: [(String, String)] = [
    ("plain\ttext\n", "plain\ttext\n"),
    ("\u{1B}[31mred\u{7}", "^[[31mred^G"),
    ("\u{0}\u{8}\u{D}\u{7F}", "^@^H^M^?"),
    ("\u{9B}2J", "\\u{9B}2J"),
    ("\u{85}", "\\u{85}"),
    ("abc\u{202E}def", "abc\\u{202E}def"),
    ("\u{2066}\u{61C}\u{200F}", "\\u{2066}\\u{61C}\\u{200F}"),
    ("a\u{200B}b\u{FEFF}c\u{AD}", "a\\u{200B}b\\u{FEFF}c\\u{AD}"),
    ("می\u{200C}خواهم क्\u{200D}ष ខ្មែរ\u{200B}ខ្មែរ", "می\u{200C}خواهم क्\u{200D}ष ខ្មែរ\u{200B}ខ្មែរ"),
    ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
    ("Ge\u{AD}schwin\u{AD}digkeit, be\u{AD}\u{200B}ta", "Geschwindigkeit, be\\u{AD}\\u{200B}ta"),
    ("be\u{200D}ta é\u{200B} \u{200C}é", "be\\u{200D}ta é\\u{200B} \\u{200C}é"),
    ("e" + marks(30) + "t", "e" + marks(30) + "t"),
    ("e" + marks(2_000) + "t", "e" + marks(30) + "…t"),
    ("\u{2028}\u{E0041}", "\\u{2028}\\u{E0041}"),
    ("v\u{302} θₜ 日本 ✔\u{FE0F}", "v\u{302} θₜ 日本 ✔\u{FE0F}"),
  ]

  private static func marks(_ count: Int) -> String { String(repeating: "\u{301}", count: count) }

  @Test(arguments: table)
  func `control characters become visible`(text: String, visible: String) {
    #expect(VisibleControls.visible(text) == visible)
  }

  @Test func `marks are still few after a second pass`() {
    let once = VisibleControls.visible("e" + Self.marks(100) + Self.marks(3))
    #expect(VisibleControls.visible(once) == once)
  }

  @Test func `a second pass changes nothing and leaves no control or format character`() {
    var failures: [UInt32] = []
    for value in UInt32(0)...0xE0FFF where value < 0x3FFF || value > 0xE0000 || value % 11 == 0 {
      guard let scalar = Unicode.Scalar(value), value != 0x0A, value != 0x09 else { continue }
      let once = VisibleControls.visible(String(Character(scalar)))
      let isHidden = once.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.isBidiControl
          || $0.properties.isDefaultIgnorableCodePoint && !(0xFE00...0xFE0F).contains($0.value)
      }
      if isHidden || VisibleControls.visible(once) != once { failures.append(value) }
    }
    #expect(failures == [])
  }
}
