import Formulas
import Plots
import Typesetting

extension StatementResult {
  /// One line of `descent run --format json`: `firstLine` is the cell's first line in its file.
  package func json(file: String, firstLine: Int = 1) -> String {
    var text = ""
    var writer = JSONWriter { text += String(decoding: $0, as: UTF8.self) }
    write(to: &writer, file: file, firstLine: firstLine)
    writer.finish()
    return text
  }

  package func write(to writer: inout JSONWriter, file: String, firstLine: Int = 1) {
    writer.object { writer in
      writer.member("file", file)
      writer.member("line", json: "\(firstLine + line - 1)")
      writer.member("source", source)
      if diagnostic == nil || !outputs.isEmpty {
        writer.member("outputs") { writer in
          writer.array(outputs) { $1.write(to: &$0, t: t) }
        }
      }
      if let diagnostic {
        let place = diagnostic.range == nil ? nil : position
        writer.member("error") { writer in
          writer.object { writer in
            writer.member("message", diagnostic.message)
            if let hint = diagnostic.hint { writer.member("hint", hint) }
            writer.member("line", json: "\(firstLine + position.line - 1)")
            if let place {
              writer.member("column", json: "\(place.column)")
              writer.member("length", json: "\(place.length)")
            }
          }
        }
      }
    }
  }
}

extension Output {
  /// `t` is the update that the experiment has come to.
  fileprivate func write(to writer: inout JSONWriter, t: Int?) {
    writer.object { writer in
      switch self {
      case .value(let value):
        writer.member("type", "value")
        writer.member("value") { value.write(to: &$0) }
      case .table(let table): table.write(to: &writer)
      case .plot(let chart, _): chart.write(to: &writer, text: styled(TextLayout()).plain)
      case .derivation(let derivation): derivation.write(to: &writer)
      case .formula, .text: Self.write(styled(TextLayout()).plain, to: &writer)
      case .state(let text, let state):
        Self.write(text.plain, to: &writer)
        state.write(to: &writer)
      case .note(let note):
        Self.write("note: \(note)", to: &writer)
        writer.member("kind", "note")
        if let t { writer.member("t", json: "\(t)") }
      }
    }
  }

  private static func write(_ text: String, to writer: inout JSONWriter) {
    writer.member("type", "text")
    writer.member("text", text)
  }
}

extension ExperimentState {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("t", json: "\(t)")
    for measure in measures { writer.member(measure.name) { $0.number(measure.value) } }
    writer.member("parameters") { writer in
      writer.object { writer in
        for parameter in parameters { writer.member(parameter.name) { $0.number(parameter.value) } }
      }
    }
  }
}

extension Value {
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let value): writer.number(value)
    case .boolean(let value): writer.json(value ? "true" : "false")
    case .text(let text): writer.json(JSONText.string(text))
    case .series(let values): writer.numbers(values)
    }
  }
}

extension Table {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("type", "table")
    writer.member("columns", json: JSONText.strings(columns))
    writer.member("rows") { writer in
      writer.array(rows) { writer, row in
        writer.array(row) { $1.write(to: &$0) }
      }
    }
    if let agreement { writer.member("agrees", agreement) }
  }
}

extension Table.Cell {
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let value): writer.number(value)
    case .boolean(let value): writer.json(value ? "true" : "false")
    case .text(let text): writer.json(JSONText.string(text))
    case .trend(let values): writer.numbers(values)
    case .missing: writer.json("null")
    }
  }
}

extension Derivation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("type", "derivation")
    writer.member("parameter", parameter)
    writer.member("step", json: "\(step)")
    writer.member("equations") { writer in
      writer.array(lines) { writer, line in
        writer.object { writer in
          writer.member("name", line.name)
          writer.member("formula", line.formula)
          writer.member("substituted", line.substituted)
          writer.member("value") { $0.number(line.value) }
        }
      }
    }
  }
}
