import Typesetting

/// Where everything stands in a text picture with two axes.
struct TextFrame {
  let chart: Chart
  let symbols: PlotSymbols
  let width: Int
  let height: Int
  /// The cells of the data: first column and row, and how many.
  let left: Int
  let top: Int
  let columns: Int
  let rows: Int
  let x: AxisTicks
  let y: AxisTicks
  /// Lines beside the data, and lines below everything.
  let panel: [StyledText]
  let notes: [StyledText]
  private let heading: TextHeading
  /// Where the name of the x axis begins, and whether it has a row of its own.
  private let xCaptionColumn: Int
  private let hasXCaptionRow: Bool

  /// Nil where there is no room for a picture.
  static func fitted(
    _ chart: Chart,
    _ extent: ChartExtent,
    size: PictureSize,
    symbols: PlotSymbols,
    panel: [StyledText],
    notes: [StyledText]
  ) -> TextFrame? {
    let heading = TextHeading.rows(chart, extent, size.width)
    for height in size.heights(needed: heading + size.fewestRows + 3 + notes.count) {
      for hasRow in [false, true] {
        let frame = TextFrame(
          chart,
          extent,
          size: size,
          height: height,
          symbols: symbols,
          panel: panel,
          notes: notes,
          hasXCaptionRow: hasRow
        )
        if let frame { return frame }
      }
    }
    return nil
  }

  /// Nil also where the name of the x axis does not fit beside its labels and has no row.
  private init?(
    _ chart: Chart,
    _ extent: ChartExtent,
    size: PictureSize,
    height: Int,
    symbols: PlotSymbols,
    panel: [StyledText],
    notes: [StyledText],
    hasXCaptionRow: Bool
  ) {
    let width = size.width
    self.chart = chart
    self.symbols = symbols
    self.width = width
    self.height = height
    self.panel = panel
    self.notes = notes
    self.hasXCaptionRow = hasXCaptionRow
    var panelWidth = 0
    for line in panel { panelWidth = max(panelWidth, line.columns + 2) }
    top = TextHeading.rows(chart, extent, width)
    rows = height - top - 2 - (hasXCaptionRow ? 1 : 0) - notes.count
    if rows < size.fewestRows || panel.count > rows { return nil }

    let isTight = chart.field != nil
    var wish = AxisTicks.Wish(
      atMost: min(8, rows / 2 + 1),
      isPadded: !isTight,
      symbols: symbols
    )
    wish.isWhole = chart.histogram != nil
    wish.cells = rows
    y = AxisTicks(chart.y, extent.y, wish)
    var gutter = 0
    for tick in y.ticks { gutter = max(gutter, DisplayWidth.columns(tick.label)) }
    left = gutter + 1
    let room = width - left - panelWidth - (panelWidth == 0 ? 1 : 0)
    if room < size.fewestColumns { return nil }

    wish.isPadded = false
    wish.isWhole = extent.isWholeX
    wish.atMost = min(11, room / 6 + 1)
    var ticks = AxisTicks(chart.x, extent.x, wish)
    var even = Self.evenColumns(ticks, room)
    while wish.atMost > 3
      && TextFrame.labels(ticks, left, even, width).count < ticks.ticks.count
    {
      wish.atMost -= 1
      ticks = AxisTicks(chart.x, extent.x, wish)
      even = Self.evenColumns(ticks, room)
    }
    x = ticks
    columns = even
    heading = TextHeading(chart, extent, y, symbols, width: width, left: left, columns: columns)

    let caption = DisplayWidth.columns(chart.x.caption(x, symbols))
    if hasXCaptionRow {
      xCaptionColumn = max(left + (columns - caption) / 2, 0)
    } else {
      var end = left + columns
      if let last = TextFrame.labels(x, left, columns, width).last {
        end = last.start + DisplayWidth.columns(last.label)
      }
      xCaptionColumn = min(max(end, left + columns) + 2, width - caption)
      if caption > 0 && xCaptionColumn < end + 2 { return nil }
    }
  }

  /// The cell column of a place on the x axis, and the cell row of one on the y axis.
  func column(_ place: Double) -> Int { Self.cell(place, columns) }
  func row(_ place: Double) -> Int { rows - 1 - Self.cell(place, rows) }

  /// Everything but the data.
  func drawn() -> TextGrid {
    var grid = TextGrid(width: width, height: height)
    heading.draw(into: &grid)
    for row in 0..<rows { grid.put(symbols.vertical, left - 1, top + row, .faint) }
    for tick in y.ticks {
      let row = top + self.row(tick.place)
      grid.put(symbols.verticalTick, left - 1, row, .faint)
      grid.put(tick.label, left - 1 - DisplayWidth.columns(tick.label), row)
    }
    let axis = top + rows
    grid.put(symbols.corner, left - 1, axis, .faint)
    for column in 0..<columns { grid.put(symbols.horizontal, left + column, axis, .faint) }
    for tick in x.ticks {
      grid.put(symbols.horizontalTick, left + column(tick.place), axis, .faint)
    }
    for (start, label) in Self.labels(x, left, columns, width) {
      grid.put(label, start, axis + 1)
    }
    grid.put(
      chart.x.caption(x, symbols),
      xCaptionColumn,
      axis + (hasXCaptionRow ? 2 : 1),
      .faint
    )
    for (number, line) in panel.enumerated() { grid.put(line, left + columns + 2, top + number) }
    for (number, line) in notes.enumerated() {
      grid.put(line, 0, height - notes.count + number)
    }
    return grid
  }
}

extension TextFrame {
  private static func cell(_ place: Double, _ count: Int) -> Int {
    min(count - 1, max(0, Int(min(max(place, 0), 1) * Double(count - 1) + 0.5)))
  }

  /// All columns, or a few less where labels stand at even distances then.
  private static func evenColumns(_ axis: AxisTicks, _ columns: Int) -> Int {
    let places = axis.ticks.map { $0.place }
    guard places.count > 2, let first = places.first, let last = places.last else { return columns }
    let distance = (last - first) / Double(places.count - 1)
    if (places[1] - first - distance).magnitude > 1e-6 { return columns }
    for fewer in 0...columns / 10 {
      let cells = distance * Double(columns - fewer - 1)
      if (cells - cells.rounded()).magnitude < 1e-6 { return columns - fewer }
    }
    return columns
  }

  /// The labels of the x axis that fit without touching, each with its first column.
  private static func labels(
    _ axis: AxisTicks,
    _ left: Int,
    _ columns: Int,
    _ width: Int
  ) -> [(start: Int, label: String)] {
    var result: [(start: Int, label: String)] = []
    var end = -2
    for tick in axis.ticks {
      let size = DisplayWidth.columns(tick.label)
      let centre = left + cell(tick.place, columns)
      // A minus is no reason to move the digits aside.
      let start = max(0, min(centre - size / 2, width - size))
      if start < end + 2 { continue }
      result.append((start, tick.label))
      end = start + size
    }
    return result
  }
}
