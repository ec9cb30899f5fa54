import Formulas
import Plots
import Typesetting

extension StatementResult {
  /// One line of `descent run --format json`: `firstLine` is the cell's first line in its file.
  package func json(file: String, firstLine: Int = 1, firstColumn: Int = 1) -> String {
    var members = [
      ("file", JSONText.string(file)), ("line", "\(firstLine + line - 1)"),
      ("source", JSONText.string(source)),
    ]
    if diagnostic == nil || !outputs.isEmpty {
      members.append(("outputs", JSONText.array(outputs.map { $0.json })))
    }
    if let diagnostic { members.append(("error", error(diagnostic))) }
    return JSONText.object(members)
  }

  private func error(_ diagnostic: Diagnostic) -> String {
    var members = [("message", JSONText.string(diagnostic.message))]
    if let hint = diagnostic.hint { members.append(("hint", JSONText.string(hint))) }
    if let range = diagnostic.range {
      let position = range.position(in: cell)
      members += [("column", "\(position.column)"), ("length", "\(position.length)")]
    }
    return JSONText.object(members)
  }
}

extension Output {
  package var json: String {
    switch self {
    case .value(let value):
      return JSONText.object([("type", "\"value\""), ("value", value.json)])
    case .table(let table):
      let rows = table.rows.map { row in JSONText.array(row.map { $0.json }) }
      return JSONText.object([
        ("type", "\"table\""), ("columns", JSONText.strings(table.columns)),
        ("rows", JSONText.array(rows)),
      ])
    case .plot(let chart, _): return chart.json(text: styled(TextLayout()).plain)
    case .derivation(let derivation): return derivation.json
    case .formula, .text:
      return JSONText.object([
        ("type", "\"text\""), ("text", JSONText.string(styled(TextLayout()).plain)),
      ])
    case .note(let note):
      return JSONText.object([("type", "\"text\""), ("text", JSONText.string("note: \(note)"))])
    }
  }
}

extension Value {
  package var json: String {
    switch self {
    case .number(let value): JSONText.number(value)
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): JSONText.string(text)
    case .series(let values): JSONText.numbers(values)
    }
  }
}

extension Table.Cell {
  var json: String {
    switch self {
    case .number(let value): JSONText.number(value)
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): JSONText.string(text)
    case .trend(let values): JSONText.numbers(values)
    case .missing: "null"
    }
  }
}

extension Derivation {
  fileprivate var json: String {
    let equations = lines.map { line in
      JSONText.object([
        ("name", JSONText.string(line.name)), ("formula", JSONText.string(line.formula)),
        ("substituted", JSONText.string(line.substituted)),
        ("value", JSONText.number(line.value)),
      ])
    }
    return JSONText.object([
      ("type", "\"derivation\""), ("parameter", JSONText.string(parameter)), ("step", "\(step)"),
      ("equations", JSONText.array(equations)),
    ])
  }
}

extension Chart {
  fileprivate func json(text: String) -> String {
    var series: [String] = []
    for layer in layers {
      switch layer {
      case .line(let one), .points(let one), .steps(let one): series.append(Self.json(one))
      case .band(let band): series += [Self.json(band.lower), Self.json(band.upper)]
      case .path(let path): series.append(Self.json(path.series))
      case .raster(let raster):
        for index in 0..<raster.rows {
          series.append(Self.json(Series("row \(index + 1)", Array(raster.row(index)), from: 1)))
        }
      case .bars(let bars):
        series.append(
          Self.json(Series("bars", bars.map { $0.value }, from: 1))
        )
      case .heat(let map):
        for (index, y) in map.y.enumerated() {
          let row = Array(map.values[index * map.x.count..<(index + 1) * map.x.count])
          series.append(
            Self.json(Series("\(self.y.label)=\(JSONText.number(y))", x: map.x, y: row))
          )
        }
      case .histogram, .contours, .reference, .cursor: break
      }
    }
    return JSONText.object([
      ("type", "\"plot\""), ("title", JSONText.string(title)),
      ("series", JSONText.array(series)), ("text", JSONText.string(text)),
    ])
  }

  private static func json(_ series: Series) -> String {
    JSONText.object([
      ("name", JSONText.string(series.name)), ("x", JSONText.numbers(series.x)),
      ("y", JSONText.numbers(series.y)),
    ])
  }
}
