import Typesetting

/// Ways over a field as text: from S to E, with a digit (or the path's letter) every few steps.
///
/// Over lines of dots a way is made of blocks, or of a sign of its own, so that the two are told
/// apart without colour.
struct PathsText {
  private struct Mark {
    var column: Int
    var row: Int
    var sign: String
    var owner: Int
  }

  private let frame: TextFrame
  private let columns: Int
  private var canvas: DotCanvas
  /// What all cells of a way hold; nil where its dots are drawn.
  private let sign: String?
  private var marks: [Mark] = []
  private var isMarked: [Bool]

  init(_ tracks: [Track], _ frame: TextFrame, overLines: Bool) {
    self.frame = frame
    columns = frame.columns
    let symbols: PlotSymbols = overLines && frame.symbols == .unicode ? .blocks : frame.symbols
    canvas = DotCanvas(columns: frame.columns, rows: frame.rows, symbols: symbols)
    sign = overLines && symbols == frame.symbols ? frame.symbols.pathSign : nil
    isMarked = [Bool](repeating: false, count: frame.columns * frame.rows)
    let x = frame.x.projection
    let y = frame.y.projection
    for (number, track) in tracks.enumerated() where !track.isPoints {
      let trace = Trace(track.series, x: x, y: y, columns: canvas.dotColumns)
      for run in trace.runs {
        var previous = run.first
        for point in run {
          if let start = previous, let (from, to) = Point.clipped(start, point) {
            canvas.line(from, to, owner: number)
          }
          previous = point
        }
      }
    }
    let legend = TextLegend(tracks, frame.symbols, longestName: 8)
    var pointSeries = 0
    for (number, track) in tracks.enumerated() where track.isPoints {
      addPoints(track.series, number, sign: frame.symbols.pointSign(pointSeries))
      pointSeries += 1
    }
    let every = Self.spacing(tracks)
    // Ends first: a digit never hides them.
    for (number, track) in tracks.enumerated() {
      guard let path = track.path else { continue }
      let series = track.series
      func add(_ index: Int, _ sign: String) {
        guard index >= 0, index < series.count, series.x[index].magnitude <= Axis.largest,
          series.y[index].magnitude <= Axis.largest
        else { return }
        let point = Point(x.unit(series.x[index]), y.unit(series.y[index]))
        if !point.isInside { return }
        let cell = (column: frame.column(point.x), row: frame.row(point.y))
        if isMarked[cell.row * columns + cell.column] { return }
        isMarked[cell.row * columns + cell.column] = true
        marks.append(Mark(column: cell.column, row: cell.row, sign: sign, owner: number))
      }
      if let cursor = path.cursor { add(cursor, frame.symbols.cursorOnLine) }
      add(series.count - 1, "E")
      add(0, "S")
      var step = every
      while every > 0 && step < series.count - 1 {
        add(step, tracks.count > 1 ? legend.letters[number] : "\(step / every)")
        step += every
      }
    }
  }

  /// A sign for each point, one a cell.
  private mutating func addPoints(_ series: Series, _ number: Int, sign: String) {
    for index in 0..<series.count
    where series.x[index].magnitude <= Axis.largest && series.y[index].magnitude <= Axis.largest {
      let point = Point(
        frame.x.projection.unit(series.x[index]),
        frame.y.projection.unit(series.y[index])
      )
      let (column, row) = (frame.column(point.x), frame.row(point.y))
      if !point.isInside || isMarked[row * columns + column] { continue }
      isMarked[row * columns + column] = true
      marks.append(Mark(column: column, row: row, sign: sign, owner: number))
    }
  }

  /// Whether no path passes through a cell.
  func isFree(_ column: Int, _ row: Int) -> Bool {
    canvas.isEmpty(column, row) && !isMarked[row * columns + column]
  }

  func draw(into grid: inout TextGrid, style: (Int, Int, TextStyle) -> TextStyle) {
    for row in 0..<frame.rows {
      for column in 0..<columns where !canvas.isEmpty(column, row) {
        let own = TextStyle.series(canvas.owner(column, row))
        grid.put(
          sign ?? canvas.text(column, row),
          frame.left + column,
          frame.top + row,
          style(column, row, own)
        )
      }
    }
    for mark in marks {
      let own = TextStyle.series(mark.owner)
      grid.put(
        mark.sign,
        frame.left + mark.column,
        frame.top + mark.row,
        style(mark.column, mark.row, own)
      )
    }
  }

  /// What the signs on the paths mean.
  static func captions(_ tracks: [Track], _ symbols: PlotSymbols) -> [StyledText] {
    if !tracks.contains(where: { $0.path != nil }) { return [] }
    var words = [StyledText("S start", .faint)]
    let every = spacing(tracks) * (tracks.first?.path?.every ?? 1)
    let steps = every == 1 ? "step" : "\(every) steps"
    if every > 0 {
      let signs = tracks.count > 1 ? "letters" : symbols.isASCII ? "1 2 3.." : "1 2 3…"
      words.append(StyledText("\(signs) every \(steps)", .faint))
    }
    words.append(StyledText("E end", .faint))
    if tracks.contains(where: { $0.path?.cursor != nil }) {
      words.append(StyledText("\(symbols.cursorOnLine) now", .faint))
    }
    return words
  }

  /// Steps between digits, so that nine are enough; 0 where there is nothing between the ends.
  private static func spacing(_ tracks: [Track]) -> Int {
    var longest = 0
    for track in tracks where track.path != nil { longest = max(longest, track.series.count) }
    if longest < 3 { return 0 }
    return Int(max(1, RoundStep.above(Double(longest - 2) / 9).value))
  }
}
