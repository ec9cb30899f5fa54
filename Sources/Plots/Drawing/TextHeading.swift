import Typesetting

/// The title over the data and the name of the y axis over the axis, in one row where both fit.
struct TextHeading {
  private let title: String
  private let caption: String
  private let width: Int
  private let titleColumn: Int

  /// How many rows a chart's heading takes; decided before the ticks are known.
  static func rows(_ chart: Chart, _ extent: ChartExtent, _ width: Int) -> Int {
    let title = DisplayWidth.columns(chart.title)
    let caption = captionRoom(chart, extent)
    if title == 0 && caption == 0 { return 0 }
    return fitsOneRow(title: title, caption: caption, width) ? 1 : 2
  }

  init(
    _ chart: Chart,
    _ extent: ChartExtent,
    _ ticks: AxisTicks,
    _ symbols: PlotSymbols,
    width: Int,
    left: Int,
    columns: Int
  ) {
    self.width = width
    title = DisplayWidth.truncated(chart.title, to: width, mark: symbols.ellipsis)
    caption = DisplayWidth.truncated(
      chart.namedY.caption(ticks, symbols),
      to: width,
      mark: symbols.ellipsis
    )
    let size = DisplayWidth.columns(title)
    let centred = max(0, min(left + (columns - size) / 2, width - size))
    let used = DisplayWidth.columns(caption)
    let isOneRow = Self.fitsOneRow(title: size, caption: Self.captionRoom(chart, extent), width)
    titleColumn = isOneRow && used > 0 ? min(max(centred, used + 3), width - size) : centred
  }

  func draw(into grid: inout TextGrid) {
    grid.put(title, titleColumn, 0, .heading)
    let hasOwnRow = !title.isEmpty && titleColumn < DisplayWidth.columns(caption) + 3
    grid.put(caption, 0, hasOwnRow ? 1 : 0, .faint)
  }

  private static func fitsOneRow(title: Int, caption: Int, _ width: Int) -> Bool {
    title == 0 || caption == 0 || title + caption + 3 <= width
  }

  private static func captionRoom(_ chart: Chart, _ extent: ChartExtent) -> Int {
    let axis = chart.namedY
    return axis.captionRoom(extent.y, labelled: axis.label)
  }
}
