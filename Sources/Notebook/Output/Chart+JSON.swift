import Plots

extension Chart {
  /// All numbers of the picture, and the picture as text.
  func write(to writer: inout JSONWriter, text: String) {
    writer.member("type", "plot")
    writer.member("title", title)
    writer.member("series") { writer in
      writer.array(layers) { $1.writeSeries(to: &$0, labelY: y.label) }
    }
    for layer in layers {
      guard case .contours(let field) = layer else { continue }
      writer.member("contours") { $0.object { field.write(to: &$0) } }
    }
    let lines = layers.compactMap { $0.line }
    if !lines.isEmpty {
      writer.member("references") { writer in
        writer.array(lines) { writer, line in
          writer.object { writer in
            writer.member("axis", line.isVertical ? "x" : "y")
            writer.member("value") { $0.number(line.value) }
            writer.member("label", line.label)
          }
        }
      }
    }
    writer.member("text", text)
  }
}

extension Layer {
  /// A straight line through the picture.
  fileprivate var line: (isVertical: Bool, value: Double, label: String)? {
    switch self {
    case .reference(let line): (line.direction == .vertical, line.value, line.label)
    case .cursor(let x, let label): (true, x, label)
    default: nil
    }
  }

  fileprivate func writeSeries(to writer: inout JSONWriter, labelY: String) {
    switch self {
    case .line(let series), .points(let series), .steps(let series):
      writer.object { series.write(to: &$0) }
    case .band(let band):
      writer.object { band.lower.write(to: &$0) }
      writer.object { band.upper.write(to: &$0) }
    case .path(let path):
      writer.object { writer in
        path.series.write(to: &writer)
        writer.member("from", json: "\(path.firstStep)")
        writer.member("every", json: "\(path.every)")
      }
    case .bars(let bars):
      writer.object { writer in
        Series("bars", bars.map { $0.value }, from: 1).write(to: &writer)
        writer.member("labels", json: JSONText.strings(bars.map { $0.name }))
      }
    case .heat(let map):
      for (index, y) in map.y.enumerated() {
        let row = Array(map.values[index * map.x.count..<(index + 1) * map.x.count])
        writer.object { writer in
          Series("\(labelY)=\(JSONText.number(y))", x: map.x, y: row).write(to: &writer)
        }
      }
    case .raster(let raster):
      for index in 0..<raster.rows {
        writer.object { writer in
          Series("row \(index + 1)", Array(raster.row(index)), from: 1).write(to: &writer)
        }
      }
    case .histogram(let histogram): writer.object { histogram.write(to: &$0) }
    case .contours, .reference, .cursor: break
    }
  }
}

extension Series {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("x") { $0.numbers(x) }
    writer.member("y") { $0.numbers(y) }
  }
}

extension Histogram {
  /// The left edge of each bin, its count, and how wide all are.
  fileprivate func write(to writer: inout JSONWriter) {
    let width = edges.count > 1 ? edges[1] - edges[0] : 0
    Series(unit, x: edges, y: counts.map { Double($0) }).write(to: &writer)
    writer.member("width") { $0.number(width) }
    if notFinite > 0 { writer.member("notFinite", json: "\(notFinite)") }
  }
}

extension Field {
  /// Its grid: the values row by row, from the lower limit of `y` up.
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("x") { $0.numbers(across) }
    writer.member("y") { $0.numbers(up) }
    writer.member("values") { writer in
      writer.array(0..<rows) { $0.numbers(Array(values[$1 * columns..<($1 + 1) * columns])) }
    }
  }
}
