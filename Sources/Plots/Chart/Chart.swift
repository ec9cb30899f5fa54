/// A picture as a value: what to show, not how.
///
/// One chart becomes text of any width (`text`), a figure of a page (`svg`), a sentence (`summary`)
/// and a table (`dataTable`). The same chart is always the same bytes.
package struct Chart: Equatable, Sendable {
  package var title: String
  package var x: Axis
  package var y: Axis
  package var layers: [Layer]
  /// What a reader must know besides: how much of it is drawn, where a run was stopped.
  package var notes: [String] = []

  package init(
    title: String = "",
    x: Axis = Axis(),
    y: Axis = Axis(),
    layers: [Layer] = []
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.layers = layers
  }
}

extension Chart {
  /// The layers that have a name, a colour and a place in the legend, in order.
  var tracks: [Track] {
    var result: [Track] = []
    for layer in layers {
      switch layer {
      case .line(let series): result.append(Track(series: series, kind: .line))
      case .points(let series): result.append(Track(series: series, kind: .points))
      case .steps(let series): result.append(Track(series: series, kind: .steps))
      case .path(let path): result.append(Track(series: path.series, kind: .path(path)))
      default: break
      }
    }
    return result
  }

  /// The field the paths go over.
  package var field: Field? {
    for case .contours(let field) in layers { return field }
    return nil
  }

  var bands: [Band] {
    var bands: [Band] = []
    for case .band(let band) in layers { bands.append(band) }
    return bands
  }

  var histogram: Histogram? {
    for case .histogram(let histogram) in layers { return histogram }
    return nil
  }

  /// What the y axis measures: its label, or the only thing there is.
  var namedY: Axis {
    var axis = y
    if axis.label.isEmpty {
      let tracks = self.tracks
      if tracks.count == 1 && field == nil { axis.label = tracks[0].series.name }
      if tracks.isEmpty, let histogram { axis.label = histogram.unit }
    }
    return axis
  }
}

/// A series and how it is drawn.
struct Track {
  enum Kind {
    case line
    case points
    case steps
    case path(Path)
  }

  var series: Series
  var kind: Kind

  var isPoints: Bool {
    if case .points = kind { return true }
    return false
  }

  var path: Path? {
    if case .path(let path) = kind { return path }
    return nil
  }

  /// Whether its last value is where it has come: a cloud of points has none.
  var endsInValue: Bool {
    if path != nil { return false }
    if !isPoints { return true }
    for index in 1..<max(series.count, 1) where series.x[index] < series.x[index - 1] {
      return false
    }
    return true
  }

  /// When a path first goes out of a picture; nil where it stays inside.
  func leaving(_ field: Field) -> String? {
    guard let path else { return nil }
    let outside = series.x.indices.first { index in
      let isInside =
        series.x[index] >= field.x.lower && series.x[index] <= field.x.upper
        && series.y[index] >= field.y.lower && series.y[index] <= field.y.upper
      return !isInside
    }
    guard let outside else { return nil }
    return "\(series.name) leaves the picture at step \(path.firstStep + outside * path.every)"
  }
}
