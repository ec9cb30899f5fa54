import Typesetting

/// The outer parts of every figure: element, title and description, text.
///
/// Looks are classes and presentation attributes only, so that a page without inline styles may
/// hold it and its style sheet may change it, for light and for dark.
enum SVGFigure {
  static func opened(
    _ chart: Chart,
    _ identifier: String,
    width: Double,
    height: Double
  ) -> String {
    let name = Markup.escape(identifier)
    let size = (SVGNumber.text(width), SVGNumber.text(height))
    let title = chart.title.isEmpty ? "Plot" : chart.title
    return "<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\""
      + " viewBox=\"0 0 \(size.0) \(size.1)\" width=\"\(size.0)\" height=\"\(size.1)\""
      + " role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\""
      + " font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"currentColor\">"
      + "<title id=\"\(name)-title\">\(Markup.escape(title))</title>"
      + "<desc id=\"\(name)-desc\">\(Markup.escape(chart.summary))</desc>"
  }

  static func text(
    _ text: String,
    _ x: Double,
    _ y: Double,
    _ style: String,
    anchor: String = "start",
    more: String = ""
  ) -> String {
    let place = "x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\""
    let alignment = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return "<text class=\"\(style)\" \(place)\(alignment)\(more)>\(Markup.escape(text))</text>"
  }

  static func title(_ text: String, _ centre: Double) -> String {
    self.text(text, centre, 18, "plot-title", anchor: "middle", more: " font-weight=\"600\"")
  }

  static func axis(_ path: SVGPath) -> String {
    "<path class=\"plot-axis\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\""
      + " d=\"\(path.data)\"/>"
  }

  static let closed = "</svg>\n"
}
