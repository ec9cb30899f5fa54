import Lessons
import Notebook
import Typesetting

/// Cells with their outputs: the page's script makes editors of them, and without it they read as
/// a transcript.
extension LessonMarkup {
  mutating func write(_ cell: Cell) {
    let words = cell.words
    let isShown = !(words.isSetup || words.isHidden)
    if !isShown && !options.isLive { return }
    if words.isFolded && isShown {
      append("<details class=\"folded\"><summary>A cell that was run here</summary>\n")
    }
    append("<div class=\"cell\"\(attributes(of: cell, isShown: isShown))>")
    append("<div class=\"editor\"><pre>\(Session.highlightedHTML(cell.source))</pre></div>")
    append("<div class=\"output\">\(isShown ? output(of: cell) : "")</div></div>\n")
    write(failuresAt: cell.lines.lowerBound)
    if words.isFolded && isShown { append("</details>\n") }
  }

  /// A check is run by the page when an answer is given and is never shown.
  mutating func write(check: Cell) {
    guard options.isLive else { return }
    append("<div class=\"cell\"\(attributes(of: check, isShown: false))>")
    append("<div class=\"editor\"><pre>\(Markup.escape(check.source))</pre></div>")
    append("<div class=\"output\"></div></div>\n")
  }

  private func output(of cell: Cell) -> String {
    if let result = results.cells[cell.lines.lowerBound]?.result {
      // What an exercise's own cell prints is shown where its author shows it.
      if cell.words.role != .example && cell.expected == nil { return "" }
      return result.html(identifier: Self.identifier(of: cell, in: file))
    }
    // Never run: what the lesson says stands for it.
    guard let expected = cell.expected, !expected.isEmpty else { return "" }
    return "<pre class=\"output-text\">\(Markup.escape(expected))</pre>"
  }

  private func attributes(of cell: Cell, isShown: Bool) -> String {
    var text = " id=\"\(Markup.escape(Self.identifier(of: cell, in: file)))\""
    text += after(results.cells[cell.lines.lowerBound]?.startLine)
    if let role = Self.role(of: cell) { text += " data-role=\"\(role)\"" }
    if cell.words.isSlow { text += " data-slow" }
    if cell.words.isStatic { text += " data-static" }
    if !cell.words.sliders.isEmpty {
      let sliders = cell.words.sliders.map { "\($0.name):\($0.lowest):\($0.highest)" }
      text += " data-vary=\"\(Markup.escape(sliders.joined(separator: " ")))\""
    }
    if !isShown { text += " hidden" }
    return text
  }

  /// Names the cell whose state something on the page starts from.
  func after(_ line: Int?) -> String {
    line.map { " data-after=\"\(Markup.escape(Self.identifier(ofLine: $0, in: file)))\"" } ?? ""
  }

  /// Names a cell on its page and on the print page, and begins the ids of its figures.
  static func identifier(of cell: Cell, in file: String) -> String {
    identifier(ofLine: cell.lines.lowerBound, in: file)
  }

  private static func identifier(ofLine line: Int, in file: String) -> String {
    "\(SiteLinks.chapter(file)):\(line)"
  }

  private static func role(of cell: Cell) -> String? {
    if cell.words.isSkipped { return "skip" }
    return switch cell.words.role {
    case .example: nil
    case .starter: "starter"
    case .solution: "solution"
    case .check: "check"
    }
  }
}
