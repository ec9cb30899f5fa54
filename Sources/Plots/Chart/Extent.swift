/// The smallest range that holds some values.
package struct Extent: Equatable, Sendable {
  private(set) var lower = Double.infinity
  private(set) var upper = -Double.infinity

  init() {}

  package init(_ values: [Double]) {
    for value in values { include(value) }
  }

  @inline(__always)
  mutating func include(_ value: Double) {
    if value < lower { lower = value }
    if value > upper { upper = value }
  }

  var isEmpty: Bool { !(lower <= upper) }
}

/// What all layers of a chart cover, and what of them cannot be shown.
struct ChartExtent: Equatable {
  var x = Extent()
  var y = Extent()
  var notFinite = 0
  var notPositive = 0
  var tooLarge = 0
  /// Which paths go out of the picture, and what else the chart has to say.
  private var remarks: [String] = []
  /// Only whole numbers along x: ticks between them would mean nothing.
  var isWholeX = true

  init(_ chart: Chart) {
    let isLogX = chart.x.isLogarithmic
    let isLogY = chart.y.isLogarithmic
    for track in chart.tracks {
      include(track.series, isLogX: isLogX, isLogY: isLogY)
    }
    for band in chart.bands {
      for edge in [band.lower, band.upper] { cover(edge, isLogX: isLogX, isLogY: isLogY) }
    }
    if let field = chart.field {
      x = Extent()
      y = Extent()
      for value in [field.x.lower, field.x.upper] { x.include(value) }
      for value in [field.y.lower, field.y.upper] { y.include(value) }
      isWholeX = false
      remarks += chart.tracks.compactMap { $0.leaving(field) }
    }
    remarks += chart.notes
    if let histogram = chart.histogram {
      for edge in histogram.edges where Axis.holds(edge, isLogarithmic: isLogX) { x.include(edge) }
      for count in histogram.counts where Axis.holds(Double(count), isLogarithmic: isLogY) {
        y.include(Double(count))
      }
      // A bin that holds one value must have some height on a logarithmic axis too.
      y.include(isLogY ? 0.5 : 0)
      isWholeX = histogram.isOfWholeNumbers
      notFinite += histogram.notFinite
      tooLarge += histogram.tooLarge
    }
    for case .reference(let line) in chart.layers where chart.field == nil {
      switch line.direction {
      case .horizontal where Axis.holds(line.value, isLogarithmic: isLogY): y.include(line.value)
      case .vertical where Axis.holds(line.value, isLogarithmic: isLogX): x.include(line.value)
      default: break
      }
    }
  }

  /// Lines that say what is missing, and why.
  var footnotes: [String] {
    var lines: [String] = []
    func add(_ count: Int, _ reason: String) {
      if count > 0 {
        lines.append("\(count) \(count == 1 ? "value" : "values") not shown: \(reason)")
      }
    }
    add(notPositive, "not positive on a log axis")
    add(notFinite, "not finite")
    add(tooLarge, "beyond 1e300")
    if x.isEmpty || y.isEmpty { lines.append("there are no values to show") }
    return lines + remarks
  }
}

extension ChartExtent {
  /// An edge belongs to a series, whose gaps are told of already.
  private mutating func cover(_ edge: Series, isLogX: Bool, isLogY: Bool) {
    for index in 0..<edge.count
    where Axis.holds(edge.x[index], isLogarithmic: isLogX)
      && Axis.holds(edge.y[index], isLogarithmic: isLogY)
    {
      x.include(edge.x[index])
      y.include(edge.y[index])
    }
  }

  private mutating func include(_ series: Series, isLogX: Bool, isLogY: Bool) {
    var x = self.x
    var y = self.y
    var isWhole = isWholeX
    for index in 0..<series.count {
      let across = series.x[index]
      let up = series.y[index]
      if Axis.holds(across, isLogarithmic: isLogX) && Axis.holds(up, isLogarithmic: isLogY) {
        x.include(across)
        y.include(up)
        if isWhole && across != across.rounded(.down) { isWhole = false }
      } else if across.magnitude <= Axis.largest && up.magnitude <= Axis.largest {
        notPositive += 1
      } else if across.isFinite && up.isFinite {
        tooLarge += 1
      } else {
        notFinite += 1
      }
    }
    self.x = x
    self.y = y
    isWholeX = isWhole
  }
}
