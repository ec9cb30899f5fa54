import Arithmetic
import Typesetting

/// The names of series at the right ends of their lines, each with a piece of its line.
enum SVGEndLabels {
  private static let lineHeight = 16.0
  private static let longest = 26

  static func margin(_ tracks: [Track]) -> Double {
    var longest = 0
    for (name, track) in zip(names(tracks), tracks) {
      longest = max(longest, DisplayWidth.columns(name) + DisplayWidth.columns(value(track)))
    }
    return Double(longest + 1) * SVGFrame.letter + 46
  }

  /// Labels near the ends of their lines, moved apart where they would touch.
  static func text(_ tracks: [Track], _ ends: [Double?], _ frame: SVGFrame) -> String {
    var order: [Int] = []
    var heights: [Double] = []
    for (number, end) in ends.enumerated() {
      heights.append(frame.down(min(max(end ?? 1, 0), 1)))
      order.append(number)
    }
    order.sort { heights[$0] != heights[$1] ? heights[$0] < heights[$1] : $0 < $1 }
    var last = frame.top - lineHeight / 2
    for number in order {
      heights[number] = max(heights[number], last + lineHeight)
      last = heights[number]
    }
    last = frame.bottom + lineHeight / 2
    for number in order.reversed() {
      heights[number] = min(heights[number], last - lineHeight)
      last = heights[number]
    }
    let names = names(tracks)
    var points = 0
    var text = ""
    for (number, track) in tracks.enumerated() {
      let y = heights[number]
      let x = frame.right + 8
      var sample = SVGPath()
      if track.isPoints {
        sample.mark(x + 12, y, SeriesDress.point(points))
        text +=
          "<path \(SeriesDress.stroke(number)) stroke-linecap=\"round\""
          + " stroke-width=\"\(SeriesDress.pointWidth(points))\" d=\"\(sample.data)\"/>"
        points += 1
      } else {
        sample.move(x, y)
        sample.line(x + 24, y)
        text +=
          "<path \(SeriesDress.stroke(number)) stroke-width=\"1.8\""
          + "\(SeriesDress.dash(number)) d=\"\(sample.data)\"/>"
        var mark = SVGPath()
        mark.mark(x + 12, y, SeriesDress.shape(number))
        text += "<path \(SeriesDress.fill(number)) d=\"\(mark.data)\"/>"
      }
      text +=
        "<text class=\"plot-legend\" x=\"\(SVGNumber.text(x + 30))\""
        + " y=\"\(SVGNumber.text(y + 4))\">\(Markup.escape(names[number]))"
      let last = value(track)
      if !last.isEmpty {
        text += " <tspan class=\"plot-value\" fill-opacity=\".7\">\(Markup.escape(last))</tspan>"
      }
      text += "</text>"
    }
    return text
  }

  static func names(_ tracks: [Track]) -> [String] {
    DisplayWidth.shortened(tracks.map { $0.series.name }, to: longest)
  }

  private static func value(_ track: Track) -> String {
    guard track.endsInValue, let last = track.series.y.last else { return "" }
    return PlotSymbols.unicode.minus(NumberText.significant(last, 3))
  }
}
