import Formulas
import Plots
import Typesetting

extension CellResult {
  /// The cell's answers as the inside of a page's output element.
  ///
  /// `identifier` makes the ids of figures unique on a page.
  package func html(identifier: String) -> String {
    var html = ""
    var figures = 0
    for statement in statements {
      for output in statement.outputs {
        if case .plot = output { figures += 1 }
        html += output.html(
          identifier: "\(identifier)-\(figures)",
          precision: statement.precision
        )
      }
      if let diagnostic = statement.diagnostic {
        let text = diagnostic.styled(source: statement.cell).plain
        let kind = diagnostic.kind == .error ? "error" : "expectation"
        html += "<pre class=\"\(kind)\">\(Markup.escape(text))</pre>"
      }
    }
    return html
  }
}

extension Output {
  package func html(identifier: String, precision: Int) -> String {
    switch self {
    // Not by `styled`: the page's engine would carry all the drawing for terminals.
    case .value(let value):
      let text = value.text(precision: precision, width: TextLayout().width)
      return "<pre>\(Markup.escape(text))</pre>"
    case .text(let text), .state(let text, _): return "<pre>\(Markup.escape(text.plain))</pre>"
    case .note(let text): return "<p class=\"note\">note: \(Markup.escape(text))</p>"
    case .table(let table): return table.html(precision: precision)
    case .plot(let chart, _): return chart.html(identifier: identifier)
    case .formula(let formula):
      return "<div class=\"formula\">\(formula.mathML(display: true))</div>"
    case .derivation(let derivation): return derivation.html(precision: precision)
    }
  }
}

extension Chart {
  fileprivate func html(identifier: String) -> String {
    let table = dataTable.thinned(to: 25)
    var html = "<figure class=\"plot\">\(svg(identifier: identifier))<figcaption>"
    html += "\(Markup.escape(summary))</figcaption><details><summary>Data</summary>"
    html +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"data\"><table><thead><tr>"
    for column in table.columns { html += Table.head(column) }
    html += "</tr></thead><tbody>"
    for row in table.rows {
      html += "<tr>"
      for cell in row { html += "<td>\(Markup.escape(cell))</td>" }
      html += "</tr>"
    }
    return html + "</tbody></table></div></details></figure>"
  }
}

extension Derivation {
  fileprivate func html(precision: Int) -> String {
    var html =
      "<div class=\"derivation\"><p>\(Markup.escape("\(parameter) at step \(step), \(optimizer)"))</p>"
    for line in lines {
      let name = line.left
      let equals: MathNode = .symbol("=", .relation)
      let value = MathNode.signedNumber(
        Value.number(line.value).text(precision: precision, width: 80)
      )
      var rows: [[MathNode]] = [[name, .row([equals, line.symbols])]]
      if line.numbers != line.symbols { rows.append([.row([]), .row([equals, line.numbers])]) }
      rows.append([.row([]), .row([equals, value])])
      let grid: MathNode = .grid(rows, open: "", close: "", aligned: true)
      html += "<div class=\"formula\">\(grid.mathML(display: true))</div>"
      if let remark = line.remark { html += "<p class=\"note\">\(Markup.escape(remark))</p>" }
    }
    return html + "</div>"
  }
}
