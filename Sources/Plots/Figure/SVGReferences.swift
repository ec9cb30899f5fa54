/// Reference lines and the cursor of a figure.
enum SVGReferences {
  static func lines(_ chart: Chart, _ frame: SVGFrame) -> String {
    var text = ""
    for layer in chart.layers {
      switch layer {
      case .reference(let line): text += drawn(line, frame)
      case .cursor(let x, let label):
        text += vertical(x, label, frame, style: "plot-cursor", opacity: ".8")
      default: break
      }
    }
    return text
  }

  private static func drawn(_ line: ReferenceLine, _ frame: SVGFrame) -> String {
    switch line.direction {
    case .vertical:
      return vertical(line.value, line.label, frame, style: "plot-reference", opacity: ".5")
    case .horizontal:
      let projection = frame.y.projection
      if !Axis.holds(line.value, isLogarithmic: projection.isLogarithmic) { return "" }
      let place = projection.unit(line.value)
      if place < 0 || place > 1 { return "" }
      var path = SVGPath()
      path.move(frame.left, frame.down(place))
      path.line(frame.right, frame.down(place))
      return stroke(path, style: "plot-reference", opacity: ".5")
        + label(line.label, frame.right - 4, frame.down(place) - 5, anchor: "end")
    }
  }

  private static func vertical(
    _ value: Double,
    _ name: String,
    _ frame: SVGFrame,
    style: String,
    opacity: String
  ) -> String {
    let projection = frame.x.projection
    if !Axis.holds(value, isLogarithmic: projection.isLogarithmic) { return "" }
    let place = projection.unit(value)
    if place < 0 || place > 1 { return "" }
    var path = SVGPath()
    path.move(frame.across(place), frame.top)
    path.line(frame.across(place), frame.bottom)
    let isRight = place > 0.8
    return stroke(path, style: style, opacity: opacity)
      + label(
        name,
        frame.across(place) + (isRight ? -5 : 5),
        frame.top + 12,
        anchor: isRight ? "end" : "start"
      )
  }

  private static func stroke(_ path: SVGPath, style: String, opacity: String) -> String {
    "<path class=\"\(style)\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"\(opacity)\""
      + " stroke-dasharray=\"5 4\" d=\"\(path.data)\"/>"
  }

  private static func label(_ text: String, _ x: Double, _ y: Double, anchor: String) -> String {
    text.isEmpty ? "" : SVGFigure.text(text, x, y, "plot-label", anchor: anchor)
  }
}
