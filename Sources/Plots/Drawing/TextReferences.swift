import Typesetting

/// Reference lines and the cursor of a text picture.
struct TextReferences {
  private let frame: TextFrame
  private let symbols: PlotSymbols
  private var lines: [ReferenceLine] = []
  private var cursor: (place: Double, label: String)?

  init(_ chart: Chart, _ frame: TextFrame) {
    self.frame = frame
    symbols = frame.symbols
    for layer in chart.layers {
      if case .reference(let line) = layer, Self.place(line, frame) != nil { lines.append(line) }
      if case .cursor(let x, let label) = layer,
        Axis.holds(x, isLogarithmic: frame.x.projection.isLogarithmic)
      {
        let place = frame.x.projection.unit(x)
        if Point(place, 0.5).isInside { cursor = (place, label) }
      }
    }
  }

  /// The lines themselves, below the data.
  func drawLines(into grid: inout TextGrid) {
    for line in lines {
      guard let place = Self.place(line, frame) else { continue }
      switch line.direction {
      case .horizontal:
        let row = frame.top + frame.row(place)
        for column in frame.left..<frame.left + frame.columns where grid.isBlank(column, row) {
          grid.put(symbols.dashedRow, column, row, .faint)
        }
      case .vertical: drawColumn(frame.column(place), into: &grid)
      }
    }
    if let cursor { drawColumn(frame.column(cursor.place), into: &grid) }
  }

  /// Labels where the data leave room, over the data where they leave none.
  func drawLabels(into grid: inout TextGrid, over canvas: DotCanvas) {
    for line in lines where !line.label.isEmpty {
      guard let place = Self.place(line, frame) else { continue }
      let label = DisplayWidth.truncated(
        line.label,
        to: frame.columns / 2,
        mark: symbols.ellipsis
      )
      let size = DisplayWidth.columns(label)
      switch line.direction {
      case .horizontal:
        let row = frame.row(place)
        var best = max(0, frame.columns - size - 2)
        var column = best
        while column > 0 {
          if isFree(canvas, column - 1, size + 2, row) {
            best = column
            break
          }
          column -= 1
        }
        grid.put(label, frame.left + best, frame.top + row, .faint)
      case .vertical:
        self.label(label, at: frame.column(place), into: &grid, over: canvas)
      }
    }
    if let cursor {
      let short = DisplayWidth.truncated(
        cursor.label,
        to: frame.columns / 2,
        mark: symbols.ellipsis
      )
      label(short, at: frame.column(cursor.place), into: &grid, over: canvas)
    }
  }

  /// The mark on the axis, and on each line where the cursor crosses it.
  func drawCursor(into grid: inout TextGrid, rowsOfSeries: [[Int]]) {
    guard let cursor else { return }
    let column = frame.column(cursor.place)
    grid.put(symbols.cursorOnAxis, frame.left + column, frame.top + frame.rows, .strong)
    for (number, rows) in rowsOfSeries.enumerated() where rows[column] >= 0 {
      let row = frame.top + rows[column]
      grid.put(symbols.cursorOnLine, frame.left + column, row, .series(number))
    }
  }
}

extension TextReferences {
  private static func place(_ line: ReferenceLine, _ frame: TextFrame) -> Double? {
    let projection =
      line.direction == .horizontal ? frame.y.projection : frame.x.projection
    if !Axis.holds(line.value, isLogarithmic: projection.isLogarithmic) { return nil }
    let place = projection.unit(line.value)
    return Point(place, 0.5).isInside ? place : nil
  }

  private func drawColumn(_ column: Int, into grid: inout TextGrid) {
    for row in frame.top..<frame.top + frame.rows where grid.isBlank(frame.left + column, row) {
      grid.put(symbols.dashedColumn, frame.left + column, row, .faint)
    }
  }

  /// Beside a vertical line: right of it, then left, from the top down.
  private func label(
    _ text: String,
    at column: Int,
    into grid: inout TextGrid,
    over canvas: DotCanvas
  ) {
    let size = DisplayWidth.columns(text)
    let sides = [column + 2, column - 1 - size]
    for row in 0..<frame.rows {
      for start in sides where isFree(canvas, start - 1, size + 2, row) {
        let isClear = grid.isBlank(
          frame.left + start..<frame.left + start + size,
          frame.top + row
        )
        if isClear {
          grid.put(text, frame.left + start, frame.top + row, .faint)
          return
        }
      }
    }
  }

  private func isFree(_ canvas: DotCanvas, _ column: Int, _ size: Int, _ row: Int) -> Bool {
    if column < -1 || column + size > frame.columns + 1 { return false }
    for place in max(column, 0)..<min(column + size, frame.columns)
    where !canvas.isEmpty(place, row) {
      return false
    }
    return true
  }
}
