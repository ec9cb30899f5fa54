import Formulas
import Lessons
import Notebook
import Typesetting

/// Commands, optimizers, functions and problems, out of their catalogs, each with a cell that runs.
struct ReferencePage {
  static let name = "reference.html"

  let frame: PageFrame
  /// Plays a cell in a notebook of its own.
  let play: (Cell) -> PlayedCell

  func html() throws(SiteError) -> String {
    var line = 0
    var sections: [[String: Any]] = []
    for (title, entries) in Self.sections {
      var values: [[String: Any]] = []
      for entry in entries {
        line += 1
        values.append([
          "anchor": Self.anchor(title, entry),
          "name": entry.name,
          "content": content(entry, line: line),
        ])
      }
      sections.append(["anchor": title.lowercased(), "title": title, "entries": values])
    }
    let summary =
      "Every command, optimizer, function and problem of the notebook, with a cell to try."
    let body = try frame.templates.render(
      "reference",
      ["title": "The notebook's language", "summary": summary, "sections": sections]
    )
    return try frame.html(
      PageFrame.Page(
        name: Self.name,
        kind: "page",
        title: "Reference · \(frame.settings.name)",
        description: summary,
        body: body,
        isReference: true
      )
    )
  }

  /// For the search.
  static func add(to search: inout SearchIndex) {
    for (title, entries) in sections {
      for entry in entries {
        let words = [entry.usage, entry.title, entry.summary] + entry.details
        let text = (words + entry.settings.map(\.meaning)).joined(separator: " ")
        search.add(
          title: "\(entry.name) · \(title.lowercased().dropLast())",
          address: "\(name)#\(anchor(title, entry))",
          level: 1,
          text: text
        )
      }
    }
  }
}

extension ReferencePage {
  private static var sections: [(String, [HelpEntry])] {
    [HelpEntry.Kind.command, .optimizer, .function, .problem].map {
      ($0.title, HelpIndex.entries(of: $0))
    }
  }

  /// `log` may be a function and a word of a command: the section tells them apart.
  private static func anchor(_ section: String, _ entry: HelpEntry) -> String {
    section.lowercased().dropLast() + "-" + entry.name
  }

  private func content(_ entry: HelpEntry, line: Int) -> String {
    let cell = Cell(source: entry.example + "\n", lines: line...line)
    var markup = LessonMarkup(
      file: Self.name,
      links: SiteLinks(CourseLinks { _ in nil }),
      results: .init(cells: [line: play(cell)])
    )
    markup.append("<p><code>\(Markup.escape(entry.usage))</code></p>\n")
    let summary = entry.title.isEmpty ? entry.summary : "\(entry.title): \(entry.summary)"
    for paragraph in [summary] + entry.details {
      markup.append("<p>\(Markup.escape(paragraph))</p>\n")
    }
    for equation in entry.equations {
      markup.append(LessonMarkup.display(equation, equation.line) + "\n")
    }
    if !entry.settings.isEmpty { markup.append(Self.table(of: entry)) }
    for remark in entry.remarks { markup.append("<p>\(Markup.escape(remark))</p>\n") }
    markup.write([.cell(cell)])
    return markup.html
  }

  /// The settings of an optimizer with their defaults, the clauses of a command.
  private static func table(of entry: HelpEntry) -> String {
    let hasDefaults = entry.kind != .command
    let heads = hasDefaults ? ["Setting", "Default", "Meaning"] : ["Clause", "Meaning"]
    var html = "<div class=\"wide\"><table>\n<thead><tr>"
    html += heads.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for setting in entry.settings {
      html += "<tr><td><code>\(Markup.escape(setting.name))</code></td>"
      if hasDefaults { html += "<td>\(Markup.escape(setting.standard))</td>" }
      html += "<td>\(Markup.escape(setting.meaning))</td></tr>\n"
    }
    return html + "</tbody></table></div>\n"
  }
}
