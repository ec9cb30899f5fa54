/// What the terminal's text stands on.
package enum Background: CaseIterable, Sendable {
  case dark
  /// Light, or nobody knows: colours are such that they can be read on white and on black.
  case any
}

/// The colours of the tool, each with its relative among the sixteen every terminal has.
///
/// On a dark background they are those of Okabe and Ito, which people who see red and green alike
/// can tell apart. Elsewhere they come from the few of xterm's table that have a contrast of 4.5
/// with white and with black; blue and yellow, which only draw lines, have 3.
enum Palette: CaseIterable {
  case sky, orange, green, vermillion, purple, blue, yellow, grey

  /// 0xRRGGBB.
  func rgb(on background: Background) -> Int {
    let (onDark, onAny) =
      switch self {
      case .sky: (0x56B4E9, 0x5F5FFF)
      case .orange: (0xE69F00, 0xAF5F5F)
      case .green: (0x009E73, 0x00875F)
      case .vermillion: (0xD55E00, 0xD700AF)
      case .purple: (0xCC79A7, 0x875FD7)
      case .blue: (0x0072B2, 0x005FAF)
      case .yellow: (0xF0E442, 0xAF8700)
      case .grey: (0x8A8A8A, 0x767676)
      }
    return background == .dark ? onDark : onAny
  }

  /// The code of the foreground among the sixteen, as xterm shows them.
  ///
  /// On any background there is none for text, and for lines those with a contrast of 3.
  func sixteen(on background: Background, isLine: Bool) -> Int? {
    let (onDark, line) =
      switch self {
      case .sky: (36, 94)
      case .orange: (33, 91)
      case .green: (32, 90)
      case .vermillion: (91, 31)
      case .purple: (95, 35)
      case .blue: (94, 94)
      case .yellow: (93, 91)
      case .grey: (90, 90)
      }
    return background == .dark ? onDark : isLine ? line : nil
  }

  /// The order in which plots and compared runs take colours.
  static let series: [Palette] = [.sky, .orange, .green, .vermillion, .purple, .blue, .yellow]
}

extension Palette {
  /// The number in xterm's table of 256 that is nearest to a colour: its 6x6x6 cube or its greys.
  static func indexed(_ rgb: Int) -> Int {
    let levels = [0, 95, 135, 175, 215, 255]
    let parts = components(rgb)
    var steps = [0, 0, 0]
    for channel in 0..<3 {
      for step in 1..<6
      where abs(levels[step] - parts[channel]) < abs(levels[steps[channel]] - parts[channel]) {
        steps[channel] = step
      }
    }
    let cube = [levels[steps[0]], levels[steps[1]], levels[steps[2]]]
    let grey = min(23, max(0, ((parts[0] + parts[1] + parts[2]) / 3 - 3) / 10))
    let greyParts = [8 + 10 * grey, 8 + 10 * grey, 8 + 10 * grey]
    if distance(greyParts, parts) < distance(cube, parts) { return 232 + grey }
    return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
  }

  /// The foreground code of the nearest of the sixteen, as xterm shows them.
  static func nearestOfSixteen(_ rgb: Int) -> Int {
    let shown = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    let wanted = components(rgb)
    var best = 0
    for index in shown.indices
    where distance(components(shown[index]), wanted) < distance(components(shown[best]), wanted) {
      best = index
    }
    return best < 8 ? 30 + best : 82 + best
  }

  static func components(_ rgb: Int) -> [Int] {
    [(rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF]
  }

  private static func distance(_ left: [Int], _ right: [Int]) -> Int {
    var sum = 0
    for channel in 0..<3 {
      sum += (left[channel] - right[channel]) * (left[channel] - right[channel])
    }
    return sum
  }
}
