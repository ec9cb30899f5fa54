import Typesetting

/// Lines, points, steps, histograms and reference lines as text.
struct CurvesText {
  private let chart: Chart
  private let frame: TextFrame
  private let symbols: PlotSymbols
  private let legend: TextLegend
  private var canvas: DotCanvas
  /// The row of each series in each column, -1 where it has none.
  private var rowsOfSeries: [[Int]] = []
  private var marks: [(column: Int, row: Int, sign: String, owner: Int)] = []

  /// Nil where there is no room for a picture.
  init?(_ chart: Chart, _ size: PictureSize, symbols: PlotSymbols) {
    let width = size.width
    self.chart = chart
    self.symbols = symbols
    let tracks = chart.tracks
    let extent = ChartExtent(chart)
    legend = TextLegend(tracks, symbols, longestName: max(8, width / 3))
    var footnotes: [StyledText] = []
    for note in extent.footnotes {
      footnotes += StyledText.flowing(StyledText.words(note, .hint), gap: 1, width: width)
    }
    let beside = tracks.count > 1 && width >= 60 ? legend.column : []
    let below = tracks.count > 1 ? StyledText.flowing(legend.pieces, gap: 3, width: width) : []
    let isNarrow = beside.contains { $0.columns > width * 2 / 5 }
    var frame: TextFrame?
    if !beside.isEmpty && !isNarrow {
      frame = TextFrame.fitted(
        chart,
        extent,
        size: size,
        symbols: symbols,
        panel: beside,
        notes: footnotes
      )
    }
    let fallback = TextFrame.fitted(
      chart,
      extent,
      size: size,
      symbols: symbols,
      panel: [],
      notes: below + footnotes
    )
    guard let frame = frame ?? fallback else { return nil }
    self.frame = frame
    canvas = DotCanvas(columns: frame.columns, rows: frame.rows, symbols: symbols)
    for band in chart.bands {
      for edge in [band.lower, band.upper] { addEdge(edge, band.series) }
    }
    for (number, track) in tracks.enumerated() { add(track, number) }
  }

  var text: StyledText {
    var grid = frame.drawn()
    drawHistogram(into: &grid)
    drawMarks(into: &grid)
    let references = TextReferences(chart, frame)
    references.drawLines(into: &grid)
    grid.put(canvas, frame.left, frame.top) { .series($0) }
    if rowsOfSeries.count > 1 { drawLetters(into: &grid) }
    references.drawLabels(into: &grid, over: canvas)
    references.drawCursor(into: &grid, rowsOfSeries: rowsOfSeries)
    return grid.styled
  }
}

extension CurvesText {
  private mutating func add(_ track: Track, _ number: Int) {
    rowsOfSeries.append([Int](repeating: -1, count: frame.columns))
    if track.isPoints {
      addPoints(track.series, number)
      return
    }
    var trace = Trace(
      track.series,
      x: frame.x.projection,
      y: frame.y.projection,
      columns: canvas.dotColumns
    )
    if case .steps = track.kind { trace.becomeSteps() }
    for run in trace.runs {
      if run.count == 1, let point = run.first, point.isInside {
        let letter = legend.letters[number]
        let sign = legend.letters.count > 1 ? letter : symbols.pointSign(0)
        marks.append((frame.column(point.x), frame.row(point.y), sign, number))
        continue
      }
      var previous = run.first
      for point in run {
        if let start = previous, let (from, to) = Point.clipped(start, point) {
          canvas.line(from, to, owner: number)
          note(from, to, number)
        }
        previous = point
      }
    }
  }

  /// The edge of a band, dotted.
  private mutating func addEdge(_ edge: Series, _ number: Int) {
    let trace = Trace(
      edge,
      x: frame.x.projection,
      y: frame.y.projection,
      columns: canvas.dotColumns
    )
    for column in stride(from: 1, to: canvas.dotColumns, by: 3) {
      let x = Double(column) / Double(canvas.dotColumns - 1)
      guard let y = trace.height(at: x), Point(x, y).isInside else { continue }
      let dot = canvas.dot(Point(x, y))
      canvas.set(dot.x, dot.y, owner: number)
    }
  }

  /// Remembers where a piece of a series passes, for letters and the cursor.
  private mutating func note(_ from: Point, _ to: Point, _ number: Int) {
    let left = from.x <= to.x ? from : to
    let right = from.x <= to.x ? to : from
    let first = frame.column(left.x)
    let last = frame.column(right.x)
    for column in first...last {
      let centre = (Double(column) + 0.5) / Double(frame.columns)
      let width = right.x - left.x
      let share = width > 0 ? min(1, max(0, (centre - left.x) / width)) : 1
      rowsOfSeries[number][column] =
        canvas.dot(
          Point(centre, left.y + share * (right.y - left.y))
        ).y / canvas.down
    }
  }

  private mutating func addPoints(_ series: Series, _ number: Int) {
    let isSparse = series.count <= frame.columns * frame.rows / 3
    var pointSeries = 0
    for track in chart.tracks[..<number] where track.isPoints { pointSeries += 1 }
    let sign = symbols.pointSign(pointSeries)
    let x = frame.x.projection
    let y = frame.y.projection
    for index in 0..<series.count
    where Axis.holds(series.x[index], isLogarithmic: x.isLogarithmic)
      && Axis.holds(series.y[index], isLogarithmic: y.isLogarithmic)
    {
      let point = Point(x.unit(series.x[index]), y.unit(series.y[index]))
      if !point.isInside { continue }
      if isSparse {
        marks.append((frame.column(point.x), frame.row(point.y), sign, number))
      } else {
        let dot = canvas.dot(point)
        canvas.set(dot.x, dot.y, owner: number)
      }
    }
  }

  private func drawMarks(into grid: inout TextGrid) {
    for mark in marks {
      grid.put(mark.sign, frame.left + mark.column, frame.top + mark.row, .series(mark.owner))
    }
  }

  /// A letter on each line every fourteen cells, where the line runs alone if it can.
  private func drawLetters(into grid: inout TextGrid) {
    let spacing = 14
    var taken = [Bool](repeating: false, count: frame.columns * frame.rows)
    for (number, rows) in rowsOfSeries.enumerated() where !legend.letters[number].isEmpty {
      var begin = (4 + 3 * number) % spacing
      while begin < frame.columns {
        var chosen: Int?
        for column in begin..<min(begin + 7, frame.columns) where rows[column] >= 0 {
          let cell = rows[column] * frame.columns + column
          if taken[cell] || canvas.isEmpty(column, rows[column]) { continue }
          let isAlone =
            !canvas.isShared(column, rows[column]) && canvas.owner(column, rows[column]) == number
          if isAlone {
            chosen = column
            break
          }
          chosen = chosen ?? column
        }
        if let column = chosen {
          for near in max(0, column - 1)...min(frame.columns - 1, column + 1) {
            taken[rows[column] * frame.columns + near] = true
          }
          grid.put(
            legend.letters[number],
            frame.left + column,
            frame.top + rows[column],
            .series(number)
          )
        }
        begin += spacing
      }
    }
  }

  private func drawHistogram(into grid: inout TextGrid) {
    guard let histogram = chart.histogram else { return }
    let number = chart.tracks.count
    let columns = HistogramText.columns(histogram, frame, symbols)
    for (column, signs) in columns.enumerated() {
      for (height, sign) in signs.enumerated() {
        grid.put(
          sign,
          frame.left + column,
          frame.top + frame.rows - 1 - height,
          .series(number)
        )
      }
    }
  }
}
