import Arithmetic

extension Chart {
  /// What the picture shows, in one sentence: for a page's text alternative and for listeners.
  ///
  /// `loss from 65 down to 3.4e-5 in 200 steps, lowest 1.2e-5 at t 187`
  package var summary: String {
    for layer in layers {
      if case .bars(let bars) = layer { return Self.sentence(bars) }
      if case .heat(let map) = layer { return sentence(map) }
      if case .raster(let raster) = layer {
        return title.isEmpty ? raster.summary : "\(title), \(raster.summary)"
      }
    }
    let tracks = self.tracks
    var parts: [String] = []
    if let field { parts.append(sentence(field)) }
    if let histogram { parts.append(sentence(histogram)) }
    if tracks.count == 1 && field == nil {
      parts.append(sentence(tracks[0]))
    } else {
      let lowest = lowestLast(tracks)
      if let shared = sharedStretch(tracks) { parts.append(shared) }
      for (number, track) in tracks.enumerated() {
        parts.append(
          phrase(track) + (number == lowest ? ", lowest of \(tracks.count)" : "")
        )
      }
    }
    if parts.isEmpty { return "nothing to show" }
    return (parts + references + notes).joined(separator: "; ")
  }

  private var references: [String] {
    var sentences: [String] = []
    for case .reference(let line) in layers {
      let name = line.label.isEmpty ? "a line" : "line \(line.label)"
      let axis = line.direction == .horizontal ? namedY : x
      let label = axis.label.isEmpty ? "" : axis.label + " "
      sentences.append("\(name) at \(label)\(Self.number(line.value))")
    }
    return sentences
  }
}

extension Chart {
  static func number(_ value: Double) -> String { NumberText.significant(value, 3) }

  /// The one series of a chart, with where it turns.
  private func sentence(_ track: Track) -> String {
    let series = track.series
    let name = series.name.isEmpty ? (y.label.isEmpty ? "values" : y.label) : series.name
    guard let first = series.y.first, let last = series.y.last else { return "\(name): no values" }
    if series.count == 1 { return "\(name): \(Self.number(first))" }
    if track.isPoints { return "\(name): \(series.count) points" + ranges(series) }
    var text = "\(name) \(Self.way(first, last))" + stretch(series)
    var low = -1
    var high = -1
    for (index, value) in series.y.enumerated() where Axis.holds(value, isLogarithmic: false) {
      if low < 0 || value < series.y[low] { low = index }
      if high < 0 || value > series.y[high] { high = index }
    }
    if low < 0 || series.y[low] == series.y[high] { return text }
    let label = x.label.isEmpty ? "" : x.label + " "
    if series.y[low] < min(first, last) {
      text += ", lowest \(Self.number(series.y[low])) at \(label)\(Self.number(series.x[low]))"
    }
    if series.y[high] > max(first, last) {
      text += ", highest \(Self.number(series.y[high])) at \(label)\(Self.number(series.x[high]))"
    }
    return text
  }

  /// ` in 200 steps`, or the range of x.
  private func stretch(_ series: Series) -> String {
    guard let first = series.x.first, let last = series.x.last else { return "" }
    let steps = Double(series.count - 1)
    let isStepped = last - first == steps && ["t", "step", "steps", "epoch"].contains(x.label)
    if isStepped {
      let unit = x.label == "epoch" ? "epoch" : "step"
      return " in \(series.count - 1) \(unit)\(series.count == 2 ? "" : "s")"
    }
    let label = x.label.isEmpty ? "x" : x.label
    return " over \(label) from \(Self.number(first)) to \(Self.number(last))"
  }

  private func ranges(_ series: Series) -> String {
    var across = Extent()
    var up = Extent()
    for value in series.x where Axis.holds(value, isLogarithmic: false) { across.include(value) }
    for value in series.y where Axis.holds(value, isLogarithmic: false) { up.include(value) }
    if across.isEmpty || up.isEmpty { return "" }
    func range(_ label: String, _ extent: Extent) -> String {
      "\(label) from \(Self.number(extent.lower)) to \(Self.number(extent.upper))"
    }
    return ", " + range(x.label.isEmpty ? "x" : x.label, across) + ", "
      + range(y.label.isEmpty ? "y" : y.label, up)
  }

  /// One of several series.
  private func phrase(_ track: Track) -> String {
    let series = track.series
    guard let first = series.y.first, let last = series.y.last else {
      return "\(series.name): no values"
    }
    if track.isPoints { return "\(series.name): \(series.count) points" }
    if let path = track.path {
      let from = "(\(Self.number(series.x[0])), \(Self.number(first)))"
      let to = "(\(Self.number(series.x[series.count - 1])), \(Self.number(last)))"
      return "\(series.name) from \(from) to \(to) in \((series.count - 1) * path.every) steps"
    }
    return "\(series.name) \(Self.way(first, last))"
  }

  private static func way(_ first: Double, _ last: Double) -> String {
    let way = last < first ? "down to" : last > first ? "up to" : "to"
    return "from \(number(first)) \(way) \(number(last))"
  }

  /// `5 lines over t from 0 to 100`, where all lie over the same.
  private func sharedStretch(_ tracks: [Track]) -> String? {
    guard let first = tracks.first, tracks.count > 1, field == nil else { return nil }
    for track in tracks where track.isPoints || track.series.x != first.series.x { return nil }
    guard let low = first.series.x.first, let high = first.series.x.last, low < high else {
      return nil
    }
    let label = x.label.isEmpty ? "x" : x.label
    return "\(tracks.count) lines over \(label) from \(Self.number(low)) to \(Self.number(high))"
  }

  /// The series that ends lowest, where several lines can be compared.
  private func lowestLast(_ tracks: [Track]) -> Int? {
    var best: Int?
    for (number, track) in tracks.enumerated() {
      if track.isPoints || track.path != nil { return nil }
      guard let last = track.series.y.last, last.magnitude <= Axis.largest else { continue }
      if let known = best, let lowest = tracks[known].series.y.last, lowest <= last { continue }
      best = number
    }
    return tracks.count > 1 ? best : nil
  }

  private func sentence(_ field: Field) -> String {
    let extent = field.extent
    let place =
      "over \(x.label.isEmpty ? "x" : x.label) from \(Self.number(field.x.lower)) "
      + "to \(Self.number(field.x.upper)) and \(y.label.isEmpty ? "y" : y.label) from "
      + "\(Self.number(field.y.lower)) to \(Self.number(field.y.upper))"
    if extent.isEmpty { return "\(field.name) \(place): no finite values" }
    return "\(field.name) \(place): "
      + "\(Self.number(extent.lower)) to \(Self.number(extent.upper))"
  }

  private func sentence(_ histogram: Histogram) -> String {
    var total = 0
    var fullest = 0
    for (bin, count) in histogram.counts.enumerated() {
      total += count
      if count > histogram.counts[fullest] { fullest = bin }
    }
    if total == 0 { return "no values" }
    let low = Self.number(histogram.edges[fullest])
    let high = Self.number(histogram.edges[fullest + 1])
    let bins = histogram.counts.count
    let edges = (histogram.edges[fullest], histogram.edges[fullest + 1])
    let isOne = histogram.isOfWholeNumbers && edges.1 - edges.0 == 1
    let place = isOne ? "at \(Self.number(edges.0 + 0.5))" : "from \(low) to \(high)"
    return "\(total) \(total == 1 ? "value" : "values") in \(bins) \(bins == 1 ? "bin" : "bins"), "
      + "most (\(histogram.counts[fullest])) \(place)"
  }

  private static func sentence(_ bars: [Bar]) -> String {
    var low: Bar?
    var high: Bar?
    for bar in bars where Axis.holds(bar.value, isLogarithmic: false) {
      if low.map({ bar.value < $0.value }) ?? true { low = bar }
      if high.map({ bar.value > $0.value }) ?? true { high = bar }
    }
    guard let low, let high else { return "nothing to show" }
    if low == high { return "\(low.name): \(number(low.value))" }
    return "\(bars.count) bars, highest \(high.name) (\(number(high.value))), "
      + "lowest \(low.name) (\(number(low.value)))"
  }

  private func sentence(_ map: HeatMap) -> String {
    let names = (x.label.isEmpty ? "x" : x.label, y.label.isEmpty ? "y" : y.label)
    var text = "\(map.name) over \(names.0) and \(names.1)"
    func place(_ index: Int) -> String {
      "\(Self.number(map.values[index])) at \(names.0) "
        + "\(Self.number(map.x[index % map.x.count])), "
        + "\(names.1) \(Self.number(map.y[index / map.x.count]))"
    }
    guard let low = map.index(ofLargest: false), let high = map.index(ofLargest: true) else {
      return text + ": no finite values"
    }
    text += ": lowest \(place(low)); highest \(place(high))"
    var missing = 0
    for value in map.values where !Axis.holds(value, isLogarithmic: false) { missing += 1 }
    if missing > 0 { text += "; \(missing) not finite" }
    return text
  }
}
