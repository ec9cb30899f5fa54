import Arithmetic
import Plots
import Typesetting

extension Table {
  func html(precision: Int) -> String {
    var html =
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"table\"><table><thead><tr>"
    for column in columns { html += Self.head(column) }
    html += "</tr></thead><tbody>"
    let half = Self.shownRows / 2
    let isLong = rows.count > Self.shownRows
    let trends = columns.indices.map { self.trends(of: $0, .unicode) }
    for (index, row) in rows.enumerated() {
      if isLong, index >= half, index < rows.count - half {
        if index == half {
          let hidden = rows.count - Self.shownRows
          html +=
            "<tr class=\"gap\"><td colspan=\"\(columns.count)\">⋮ \(hidden) more "
            + "\(hidden == 1 ? "row" : "rows")</td></tr>"
        }
        continue
      }
      html += "<tr>"
      for (column, cell) in row.enumerated() {
        html += Self.html(cell, trends[column]?[index], mark(index, column, .unicode), precision)
      }
      html += "</tr>"
    }
    html += "</tbody></table></div>"
    if let legend = legend(of: Array(rows.indices), .unicode) {
      html += "<p class=\"note\">\(Markup.escape(legend))</p>"
    }
    return html
  }

  private static func html(
    _ cell: Cell,
    _ trend: String?,
    _ mark: String,
    _ precision: Int
  ) -> String {
    if case .trend(let values) = cell, let trend {
      // The signs mean nothing to a listener; the ends do.
      let ends = [values.first, values.last].compactMap { $0 }
        .map { NumberText.significant($0, 3) }
      let words = "from \(ends.joined(separator: " to "))"
      return "<td class=\"text\"><span role=\"img\" aria-label=\"\(Markup.escape(words))\">"
        + "\(trend)</span></td>"
    }
    let kind = cell.isNumber ? "" : "text"
    let classes = [kind, mark.isEmpty ? "" : "changed"].filter { !$0.isEmpty }
    let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return "<td\(attribute)>\(Markup.escape(cell.text(precision: precision)))\(mark)</td>"
  }
}

extension Table {
  /// A column without a name has no heading: a screen reader would announce an empty one.
  static func head(_ name: String) -> String {
    name.isEmpty ? "<td></td>" : "<th scope=\"col\">\(Markup.escape(name))</th>"
  }
}
