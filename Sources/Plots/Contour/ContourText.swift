import Arithmetic
import Typesetting

/// A field as text: lines with their heights written on them, or bands of colour, and paths over
/// both.
struct ContourText {
  private let field: Field
  private let frame: TextFrame
  private let symbols: PlotSymbols
  private let levels: ContourLevels
  private let isColoured: Bool
  private let paths: PathsText

  /// Nil where there is no room for a picture.
  init?(_ chart: Chart, _ field: Field, _ size: PictureSize, symbols: PlotSymbols, colour: Bool) {
    let width = size.width
    self.field = field
    self.symbols = symbols
    isColoured = colour && !symbols.isASCII
    // The frame is not known yet; what it takes from the picture is nearly always this much.
    levels =
      isColoured
      ? ContourLevels(field)
      : .legible(field, columns: width - 4, rows: size.height - 5, symbols: symbols)
    let extent = ChartExtent(chart)
    let tracks = chart.tracks
    let legend = TextLegend(tracks, symbols, longestName: max(8, width / 3))
    let hasLegend = tracks.count > 1
    var panel: [StyledText] = hasLegend ? legend.column : []
    if isColoured && !levels.values.isEmpty {
      if hasLegend { panel.append(StyledText()) }
      panel += Self.key(levels, field, symbols)
    }
    var words = PathsText.captions(tracks, symbols)
    if levels.values.isEmpty { words.append(Self.flat(field, symbols)) }
    if !isColoured { words += Self.lines(levels, field, symbols) }
    var footnotes: [StyledText] = []
    for note in extent.footnotes {
      footnotes += StyledText.flowing(StyledText.words(note, .hint), gap: 1, width: width)
    }
    let below = StyledText.flowing(words, gap: 3, width: width)
    var frame: TextFrame?
    for shown in [panel, hasLegend ? legend.column : [], []] where frame == nil {
      if shown.contains(where: { $0.columns > width * 2 / 5 }) { continue }
      let rest = hasLegend && shown.isEmpty ? legend.pieces : []
      // The aspect depends on the frame, whose height depends on the words below it: the frame
      // without it says how it will read, which is as long as what it says in the end.
      var notes = StyledText.flowing(rest, gap: 3, width: width) + below + footnotes
      frame = TextFrame.fitted(
        chart,
        extent,
        size: size,
        symbols: symbols,
        panel: shown,
        notes: notes
      )
      guard let first = frame else { continue }
      let aspect = StyledText(Self.aspect(first, field), .faint)
      notes =
        StyledText.flowing(rest, gap: 3, width: width)
        + StyledText.flowing(words + [aspect], gap: 3, width: width) + footnotes
      frame = TextFrame.fitted(
        chart,
        extent,
        size: size,
        symbols: symbols,
        panel: shown,
        notes: notes
      )
    }
    guard let frame else { return nil }
    self.frame = frame
    paths = PathsText(tracks, frame, overLines: !isColoured)
  }

  var text: StyledText {
    var grid = frame.drawn()
    if isColoured {
      drawBands(into: &grid)
    } else {
      drawLines(into: &grid)
      paths.draw(into: &grid) { _, _, style in style }
    }
    return grid.styled
  }
}

extension ContourText {
  private static func key(
    _ levels: ContourLevels,
    _ field: Field,
    _ symbols: PlotSymbols
  ) -> [StyledText] {
    var lines = [StyledText(field.name, .name)]
    let count = levels.values.count + 1
    for band in (0..<count).reversed() {
      let paint = TextStyle.paint(foreground: ColourRamp.band(band, of: count), background: -1)
      var line = StyledText("██", paint)
      line.append(" " + levels.bandLabel(band, symbols))
      lines.append(line)
    }
    return lines
  }

  private static func lines(
    _ levels: ContourLevels,
    _ field: Field,
    _ symbols: PlotSymbols
  ) -> [StyledText] {
    if levels.values.isEmpty || !field.classes.isEmpty { return [] }
    var text = "lines: \(field.name) ="
    for index in levels.values.indices { text += " " + levels.label(index, symbols) }
    return [StyledText(text, .faint)]
  }

  /// What there is to say of a field without levels.
  private static func flat(_ field: Field, _ symbols: PlotSymbols) -> StyledText {
    let extent = field.extent
    if extent.isEmpty { return StyledText("\(field.name) has no finite values", .hint) }
    let value = symbols.minus(NumberText.significant(extent.lower, 6))
    return StyledText("\(field.name) = \(value) nearly everywhere", .hint)
  }

  /// How much longer a unit is drawn along one axis: a cell is twice as high as wide.
  private static func aspect(_ frame: TextFrame, _ field: Field) -> String {
    let across = Double(frame.columns) / (field.x.upper - field.x.lower)
    let up = 2 * Double(frame.rows) / (field.y.upper - field.y.lower)
    return AspectNote.text(across: across, up: up, frame.symbols)
  }

  private func drawLines(into grid: inout TextGrid) {
    var canvas = DotCanvas(columns: frame.columns, rows: frame.rows, symbols: symbols)
    canvas.draw(levels, of: field)
    for row in 0..<frame.rows {
      for column in 0..<frame.columns where !paths.isFree(column, row) {
        canvas.clear(column, row)
      }
    }
    grid.put(canvas, frame.left, frame.top) { _ in .faint }
    if !field.classes.isEmpty { return }
    var labels = LevelLabels(canvas)
    for number in levels.values.indices {
      let label = levels.label(number, symbols)
      let place = labels.place(label, level: number) { paths.isFree($0, $1) }
      if let place { grid.put(label, frame.left + place.column, frame.top + place.row, .number) }
    }
  }

  /// Two bands a cell, one above the other; the path in white or black over their mean.
  private func drawBands(into grid: inout TextGrid) {
    let count = levels.values.count + 1
    func colour(_ column: Int, _ half: Int) -> Int {
      let x = (Double(column) + 0.5) / Double(frame.columns)
      let y = 1 - (Double(half) + 0.5) / Double(2 * frame.rows)
      return ColourRamp.band(levels.band(field.value(at: Point(x, y))), of: count)
    }
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        let style = TextStyle.paint(
          foreground: colour(column, 2 * row),
          background: colour(column, 2 * row + 1)
        )
        grid.put("▀", frame.left + column, frame.top + row, style)
      }
    }
    paths.draw(into: &grid) { column, row, _ in
      let background = colour(column, 2 * row + 1)
      return .paint(foreground: ColourRamp.ink(on: background), background: background)
    }
  }
}
