extension Chart {
  /// The same chart as the drawings want it: names on one line, and a field's own axes.
  func prepared() -> Chart {
    var chart = self
    if let field {
      // A field is sampled evenly, so its axes are linear and end where it ends.
      chart.x = Axis(x.label, limits: field.x)
      chart.y = Axis(y.label, limits: field.y)
    }
    chart.title = OneLine.text(title)
    chart.notes = notes.map(OneLine.text)
    chart.x.label = OneLine.text(x.label)
    chart.y.label = OneLine.text(y.label)
    for index in chart.layers.indices { chart.layers[index].becomePrintable() }
    return chart
  }
}

extension Layer {
  fileprivate mutating func becomePrintable() {
    switch self {
    case .line(var series):
      series.name = OneLine.text(series.name)
      self = .line(series)
    case .points(var series):
      series.name = OneLine.text(series.name)
      self = .points(series)
    case .steps(var series):
      series.name = OneLine.text(series.name)
      self = .steps(series)
    case .path(var path):
      path.series.name = OneLine.text(path.series.name)
      self = .path(path)
    case .reference(var line):
      line.label = OneLine.text(line.label)
      self = .reference(line)
    case .cursor(let x, let label): self = .cursor(x: x, label: OneLine.text(label))
    case .bars(let bars): self = .bars(bars.map { Bar(OneLine.text($0.name), $0.value) })
    case .heat(var map):
      map.name = OneLine.text(map.name)
      self = .heat(map)
    case .histogram(var histogram):
      histogram.unit = OneLine.text(histogram.unit)
      self = .histogram(histogram)
    case .raster, .contours, .band: break
    }
  }
}

/// Text without control characters, which would break a picture's lines.
enum OneLine {
  static func text(_ text: String) -> String {
    var isClean = true
    for scalar in text.unicodeScalars where isControl(scalar) { isClean = false }
    if isClean { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.value < 0xA0)
      || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
