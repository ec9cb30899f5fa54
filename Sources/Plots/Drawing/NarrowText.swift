import Arithmetic
import Typesetting

extension Chart {
  /// A sparkline a series under the title, or the summary where there is no series.
  func narrowText(width: Int, _ symbols: PlotSymbols) -> StyledText {
    var lines: [StyledText] = []
    if !title.isEmpty {
      let short = DisplayWidth.truncated(title, to: width, mark: symbols.ellipsis)
      lines.append(StyledText(short, .heading))
    }
    let tracks = self.tracks
    if tracks.isEmpty || field != nil {
      lines += StyledText.flowing(StyledText.words(summary), gap: 1, width: width)
    } else {
      var longest = 0
      for track in tracks { longest = max(longest, DisplayWidth.columns(track.series.name)) }
      let room = min(longest, width / 3)
      let short = DisplayWidth.shortened(
        tracks.map { $0.series.name },
        to: room,
        mark: symbols.ellipsis
      )
      for (number, track) in tracks.enumerated() {
        let name = DisplayWidth.padded(short[number], to: room)
        lines.append(sparkLine(track.series, number, name, width, symbols))
      }
    }
    var text = StyledText()
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append("\n") }
      text.append(line.cut(to: width, symbols).trimmed)
    }
    return text
  }

  private func sparkLine(
    _ series: Series,
    _ number: Int,
    _ name: String,
    _ width: Int,
    _ symbols: PlotSymbols
  ) -> StyledText {
    let last = series.y.last.map { symbols.minus(NumberText.significant($0, 3)) } ?? ""
    let used = DisplayWidth.columns(name) + DisplayWidth.columns(last) + 2
    var line = StyledText(name, .series(number))
    let room = width - used
    if room >= 4 {
      let values = y.isLogarithmic ? series.y.map(Self.logarithm) : series.y
      let spark = Sparkline(values).text(width: room, symbols: symbols)
      line.append(name.isEmpty ? "" : " ")
      line.append(spark, .series(number))
    }
    line.append(last.isEmpty ? "" : " " + last)
    return line
  }
}

extension Chart {
  private static func logarithm(_ value: Double) -> Double {
    Axis.holds(value, isLogarithmic: true) ? Elementary.log10(value) : .nan
  }
}

extension StyledText {
  /// The beginning that fits.
  func cut(to width: Int, _ symbols: PlotSymbols) -> StyledText {
    if columns <= width { return self }
    var result = StyledText()
    var left = width
    for span in spans {
      let text = DisplayWidth.truncated(span.text, to: left, mark: symbols.ellipsis)
      result.append(text, span.style)
      left -= DisplayWidth.columns(text)
      if text != span.text { break }
    }
    return result
  }
}
