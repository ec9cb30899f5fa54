import Arithmetic
import Typesetting

/// A heat map as text: each cell says its value, on its colour or beside a shade; the smallest
/// value stands in brackets.
struct HeatText {
  private static let shades = [" ", "░", "▒", "▓", "█"]
  private static let shadesInASCII = [" ", ".", ":", "+", "#"]

  private let chart: Chart
  private let map: HeatMap
  private let symbols: PlotSymbols
  private let isColoured: Bool
  private let width: Int
  private let scale: HeatScale
  private let rowLabels: [String]
  private let gutter: Int
  private let cellWidth: Int
  private let cellHeight: Int
  /// The digits of the values, 0 where a cell is too narrow for any.
  private let digits: Int

  /// Nil where not even bare cells fit.
  init?(
    _ chart: Chart,
    _ map: HeatMap,
    width: Int,
    height: Int,
    symbols: PlotSymbols,
    colour: Bool
  ) {
    if map.x.isEmpty || map.y.isEmpty { return nil }
    self.chart = chart
    self.map = map
    self.symbols = symbols
    self.width = width
    isColoured = colour && !symbols.isASCII
    scale = HeatScale(map)
    rowLabels = map.y.map { symbols.minus(NumberText.significant($0, 4)) }
    var gutter = 0
    for label in rowLabels { gutter = max(gutter, DisplayWidth.columns(label)) }
    self.gutter = gutter
    let room = (width - gutter - 2) / map.x.count
    var digits = 3
    // The value, and brackets or blanks around it.
    while digits > 0 && Self.widest(map, digits) + 2 > room { digits -= 1 }
    self.digits = digits
    cellWidth = min(room, max(digits == 0 ? 1 : Self.widest(map, digits) + 4, 9))
    if cellWidth < 1 { return nil }
    cellHeight = 3 * map.y.count + 6 <= height ? 3 : 1
  }

  var text: StyledText {
    var lines: [StyledText] = []
    let heading = chart.title.isEmpty ? map.name : chart.title
    if !heading.isEmpty { lines.append(StyledText(heading, .heading)) }
    if !chart.y.label.isEmpty { lines.append(StyledText(chart.y.label, .faint)) }
    let best = map.index(ofLargest: false)
    for row in map.y.indices.reversed() {
      for part in 0..<cellHeight {
        let isMiddle = part == cellHeight / 2
        let label = isMiddle ? rowLabels[row] : ""
        var line = StyledText(DisplayWidth.padded(label, to: gutter, alignment: .right))
        line.append(isMiddle ? symbols.verticalTick : symbols.vertical, .faint)
        for column in map.x.indices {
          let index = row * map.x.count + column
          append(map.values[index], isBest: index == best, isMiddle: isMiddle, to: &line)
        }
        lines.append(line)
      }
    }
    lines.append(axis)
    lines.append(labels)
    lines += StyledText.flowing(notes, gap: 3, width: width)
    var text = StyledText()
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append("\n") }
      text.append(line.cut(to: width, symbols).trimmed)
    }
    return text
  }
}

extension HeatText {
  private static func widest(_ map: HeatMap, _ digits: Int) -> Int {
    var widest = 1
    for value in map.values {
      widest = max(widest, DisplayWidth.columns(CompactNumber.text(value, digits: digits)))
    }
    return widest
  }

  /// What a cell says.
  private func words(_ value: Double, isBest: Bool) -> String {
    if digits > 0 {
      let text = symbols.minus(CompactNumber.text(value, digits: digits))
      return isBest ? "[\(text)]" : text
    }
    if isBest { return symbols.cursorOnLine }
    return scale.share(value) == nil ? symbols.missing : ""
  }

  private func append(_ value: Double, isBest: Bool, isMiddle: Bool, to line: inout StyledText) {
    let words = isMiddle ? words(value, isBest: isBest) : ""
    let free = max(0, cellWidth - DisplayWidth.columns(words))
    let before = free / 2
    if isColoured, let colour = scale.colour(value) {
      // Full blocks instead of blanks: no line may end in a blank.
      let fill = TextStyle.paint(foreground: colour, background: colour)
      line.append(String(repeating: "█", count: before), fill)
      line.append(words, .paint(foreground: ColourRamp.ink(on: colour), background: colour))
      line.append(String(repeating: "█", count: free - before), fill)
      return
    }
    // Small values are dark: they are what a sweep looks for.
    let shades = symbols.isASCII ? Self.shadesInASCII : Self.shades
    let shade = isColoured ? " " : shades[4 - Int((scale.share(value) ?? 1) * 4 + 0.5)]
    // A blank on each side keeps the value apart from its shade.
    let isApart = digits > 0 && isMiddle
    let left = isApart && before > 0 ? before - 1 : before
    let right = isApart && free > before ? free - before - 1 : free - before
    line.append(String(repeating: shade, count: left), .faint)
    line.append(
      DisplayWidth.blanks(before - left) + words + DisplayWidth.blanks(free - before - right)
    )
    line.append(String(repeating: shade, count: right), .faint)
  }

  private var axis: StyledText {
    var text = DisplayWidth.blanks(gutter) + symbols.corner
    for column in 0..<map.x.count * cellWidth {
      let isTick = column % cellWidth == cellWidth / 2
      text += isTick ? symbols.horizontalTick : symbols.horizontal
    }
    return StyledText(text, .faint)
  }

  private var labels: StyledText {
    var grid = TextGrid(width: width, height: 1)
    var end = 0
    for (column, value) in map.x.enumerated() {
      let label = symbols.minus(NumberText.significant(value, 3))
      let size = DisplayWidth.columns(label)
      let start = gutter + 1 + column * cellWidth + cellWidth / 2 - size / 2
      if start < end + 1 || start + size > width { continue }
      grid.put(label, start, 0)
      end = start + size
    }
    return grid.styled
  }

  private var notes: [StyledText] {
    var notes: [StyledText] = []
    if !chart.x.label.isEmpty { notes.append(StyledText("across: \(chart.x.label)", .faint)) }
    let mark = digits > 0 ? "[ ]" : symbols.cursorOnLine
    notes.append(StyledText("\(mark) lowest", .faint))
    if !isColoured { notes.append(StyledText("darker is lower", .faint)) }
    if scale.isLogarithmic { notes.append(StyledText("log shades", .faint)) }
    return notes
  }
}
