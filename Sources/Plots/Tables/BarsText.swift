import Arithmetic
import Typesetting

/// Named amounts as horizontal bars, each with its value at its end.
struct BarsText {
  private static let eighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  private let chart: Chart
  private let bars: [Bar]
  private let symbols: PlotSymbols
  private let width: Int
  private let nameWidth: Int
  private let names: [String]
  /// Columns for bars below zero and above it.
  private let below: Int
  private let above: Int
  private let unit: Double

  init(_ chart: Chart, _ bars: [Bar], width: Int, symbols: PlotSymbols) {
    self.chart = chart
    self.bars = bars
    self.symbols = symbols
    self.width = width
    var names = 0
    var values = 0
    var extent = Extent([0])
    for bar in bars {
      names = max(names, DisplayWidth.columns(bar.name))
      values = max(values, DisplayWidth.columns(Self.value(bar, symbols)))
      if Axis.holds(bar.value, isLogarithmic: false) { extent.include(bar.value) }
    }
    let nameWidth = min(names, max(width / 3, 1))
    self.nameWidth = nameWidth
    self.names = DisplayWidth.shortened(
      bars.map { $0.name },
      to: nameWidth,
      mark: symbols.ellipsis
    )
    let hasNegative = extent.lower < 0
    // A name, a blank, the bars, a blank and a value on each side that has bars.
    let room = max(1, width - nameWidth - 1 - (values + 1) * (hasNegative ? 2 : 1))
    let size = extent.upper * 0.5 - extent.lower * 0.5
    let share = size > 0 ? -0.5 * extent.lower / size : 0
    let negative = hasNegative ? min(room - 1, max(1, Int(share * Double(room) + 0.5))) : 0
    below = negative + (hasNegative ? values + 1 : 0)
    above = room - negative
    let perUpper = extent.upper > 0 ? Double(above) / extent.upper : .infinity
    let perLower = hasNegative ? Double(negative) / -extent.lower : .infinity
    let smaller = min(perUpper, perLower)
    unit = smaller.isFinite ? smaller : 0
  }

  var text: StyledText {
    var text = StyledText()
    var lines: [StyledText] = []
    if !chart.title.isEmpty { lines.append(StyledText(chart.title, .heading)) }
    for (number, bar) in bars.enumerated() { lines.append(line(bar, number)) }
    if bars.isEmpty { lines.append(StyledText("there are no values to show", .hint)) }
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append("\n") }
      text.append(line.cut(to: width, symbols).trimmed)
    }
    return text
  }

  private static func value(_ bar: Bar, _ symbols: PlotSymbols) -> String {
    symbols.minus(NumberText.shown(bar.value, 4))
  }

  private func line(_ bar: Bar, _ number: Int) -> StyledText {
    var line = StyledText(DisplayWidth.padded(names[number], to: nameWidth) + " ")
    let value = Self.value(bar, symbols)
    if !Axis.holds(bar.value, isLogarithmic: false) {
      line.append(DisplayWidth.blanks(below) + value, .bad)
      return line
    }
    let size = bar.value.magnitude * unit
    if bar.value < 0 {
      // Whole cells: there are no blocks that end on the right.
      let cells = max(1, Int(size + 0.5))
      let blanks = below - cells - DisplayWidth.columns(value) - 1
      line.append(DisplayWidth.blanks(blanks) + value + " ")
      line.append(String(repeating: symbols.isASCII ? "#" : "█", count: cells), .series(number))
      return line
    }
    line.append(DisplayWidth.blanks(below))
    line.append(blocks(size), .series(number))
    line.append(" " + value)
    return line
  }

  private func blocks(_ size: Double) -> String {
    if symbols.isASCII { return String(repeating: "#", count: Int(size + 0.5)) }
    let parts = Int(size * 8 + 0.5)
    let whole = String(repeating: "█", count: parts / 8)
    return parts % 8 == 0 ? whole : whole + Self.eighths[parts % 8 - 1]
  }
}
