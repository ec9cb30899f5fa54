import Arithmetic
import Typesetting

/// What tells the series of a text picture apart: a letter each, its name and its last value.
struct TextLegend {
  struct Entry: Equatable {
    var sign: String
    var name: String
    var value: String
    var style: TextStyle
  }

  private(set) var entries: [Entry] = []
  /// The letter of each series, empty where points have a sign of their own.
  private(set) var letters: [String] = []

  init(_ tracks: [Track], _ symbols: PlotSymbols, longestName: Int) {
    var names: [String] = []
    for track in tracks where !track.isPoints { names.append(track.series.name) }
    var free = SeriesLetters.assigned(to: names)[...]
    let short = DisplayWidth.shortened(
      tracks.map { $0.series.name },
      to: longestName,
      mark: symbols.ellipsis
    )
    var points = 0
    for (number, track) in tracks.enumerated() {
      let series = track.series
      var sign = symbols.pointSign(points) + " "
      var letter = ""
      if track.isPoints {
        points += 1
      } else {
        letter = free.popFirst() ?? "?"
        sign = letter + symbols.horizontal
      }
      letters.append(letter)
      let value = track.endsInValue ? Self.lastValue(series, symbols) : ""
      entries.append(Entry(sign: sign, name: short[number], value: value, style: .series(number)))
    }
  }

  /// One line a series, values below each other.
  var column: [StyledText] {
    var width = 0
    for entry in entries { width = max(width, DisplayWidth.columns(entry.name)) }
    return entries.map { entry in
      let name = entry.value.isEmpty ? entry.name : DisplayWidth.padded(entry.name, to: width)
      return Self.line(entry, name, gap: 2)
    }
  }

  /// As pieces for lines below the picture.
  var pieces: [StyledText] {
    entries.map { Self.line($0, $0.name, gap: 1) }
  }

  private static func line(_ entry: Entry, _ name: String, gap: Int) -> StyledText {
    var line = StyledText(entry.sign, entry.style)
    line.append(" " + name, entry.style)
    if !entry.value.isEmpty { line.append(DisplayWidth.blanks(gap) + entry.value) }
    return line
  }

  private static func lastValue(_ series: Series, _ symbols: PlotSymbols) -> String {
    guard let last = series.y.last else { return "" }
    return symbols.minus(NumberText.significant(last, 3))
  }
}
