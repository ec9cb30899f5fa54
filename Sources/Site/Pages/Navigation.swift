import Lessons
import Typesetting

/// The list of lessons beside every page, with the open lesson's steps.
struct Navigation {
  /// More lessons than this and a page shows only those around it: else the site's size would grow
  /// with the square of the course's.
  static let mostShown = 40

  let course: Course

  /// `current` is the open lesson's place in the course, nil where none is open.
  func html(current: Int?, steps: [Step]) -> String {
    var html = "<ol>\n"
    for index in shown(around: current) {
      let entry = course.entries[index]
      let isCurrent = index == current
      let page = Markup.escape(SiteLinks.page(of: entry.file))
      html += "<li data-name=\"\(Markup.escape(entry.name))\"><a href=\"\(page)\""
      html += (isCurrent ? " aria-current=\"page\"" : "") + ">\(Markup.escape(entry.title))</a>"
      if isCurrent { html += list(of: steps) }
      html += "</li>\n"
    }
    return html + "</ol>"
  }

  private func shown(around current: Int?) -> Range<Int> {
    let all = course.entries.indices
    if all.count <= Self.mostShown { return all }
    let middle = current ?? 0
    let start = max(0, min(middle - Self.mostShown / 2, all.count - Self.mostShown))
    return start..<start + Self.mostShown
  }

  private func list(of steps: [Step]) -> String {
    let named = steps.filter { !$0.isIntroduction }
    if named.isEmpty { return "" }
    var html = "\n<ol>\n"
    for step in named {
      html +=
        "<li><a href=\"#\(Markup.escape(step.anchor))\">\(Markup.escape(step.title))</a></li>\n"
    }
    return html + "</ol>"
  }
}
