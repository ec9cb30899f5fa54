import Foundation
import Terminal
import Testing
import Typesetting

/// Whether text can be read, by the measure of WCAG 2.2 (1.4.3: 4.5 for text, 1.4.11: 3 for lines).
@Suite struct ContrastTests {
  private static let text: [TextStyle] = [
    .faint, .hint, .heading, .name, .number, .keyword, .changed, .good, .bad,
  ]
  private static let lines: [TextStyle] = (0..<7).map { .series($0) }

  @Test(
    "every colour stands out against what it may stand on",
    arguments: ColourDepth.allCases,
    Background.allCases
  )
  func contrast(depth: ColourDepth, background: Background) throws {
    let table = StyleTable(depth: depth, background: background)
    for style in Self.text + Self.lines {
      guard let code = table.code(for: style) else { continue }
      guard let colour = try Self.colour(code) else { continue }
      let wanted = Self.text.contains(style) ? 4.5 : 3
      for ground in background == .dark ? [0x000000] : [0x000000, 0xFFFFFF] {
        let found = Self.contrast(colour, ground)
        #expect(found >= wanted, "\(style) as \(code) on \(ground): \(found)")
      }
    }
  }

  @Test("where there are more than sixteen colours, every style but plain and strong has one")
  func coloured() throws {
    for depth in [ColourDepth.indexed, .full] {
      for style in Self.text + Self.lines {
        #expect(try StyleTable(depth: depth).code(for: style).flatMap(Self.colour) != nil)
      }
    }
  }

  @Test("the measure itself", arguments: [(0x000000, 21.0), (0xFFFFFF, 1.0), (0x767676, 4.54)])
  func measure(colour: Int, contrast: Double) {
    #expect(abs(Self.contrast(colour, 0xFFFFFF) - contrast) < 0.01)
  }

  /// 0xRRGGBB of an escape's numbers; nil where they hold no colour.
  private static func colour(_ code: String) throws -> Int? {
    let numbers = code.split(separator: ";").compactMap { Int($0) }.drop { $0 == 1 }
    guard let first = numbers.first else { return nil }
    let rest = Array(numbers.dropFirst())
    if first == 38, rest.first == 2 { return rest[1] << 16 | rest[2] << 8 | rest[3] }
    let colour = first == 38 ? indexed(rest[1]) : sixteen[first]
    let known: Int = try #require(colour)
    return known
  }

  /// As xterm shows them.
  private static let sixteen = [
    31: 0xCD0000, 32: 0x00CD00, 33: 0xCDCD00, 34: 0x0000EE, 35: 0xCD00CD, 36: 0x00CDCD,
    90: 0x7F7F7F, 91: 0xFF0000, 92: 0x00FF00, 93: 0xFFFF00, 94: 0x5C5CFF, 95: 0xFF00FF,
    96: 0x00FFFF,
  ]

  private static func indexed(_ number: Int) -> Int? {
    if number >= 232 { return (8 + 10 * (number - 232)) * 0x010101 }
    if number < 16 { return nil }
    let levels = [0, 95, 135, 175, 215, 255]
    let place = number - 16
    return levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6]
  }

  private static func contrast(_ one: Int, _ other: Int) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private static func luminance(_ rgb: Int) -> Double {
    let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
    return weights.reduce(0) { sum, channel in
      let part = Double(rgb >> channel.0 & 0xFF) / 255
      let linear = part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      return sum + channel.1 * linear
    }
  }
}
