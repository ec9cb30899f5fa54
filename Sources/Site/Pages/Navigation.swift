import Lessons
import Typesetting

/// The list of lessons beside every page, by parts, with the open page's steps.
struct Navigation {
  /// More lessons than this and a page shows only those around it: else the site's size would grow
  /// with the square of the course's.
  static let mostShown = 40

  let course: Course
  /// Before every address.
  let root: String

  /// `current` is the open page's file, nil where none of the course is open.
  func html(current: String?, steps: [Step]) -> String {
    let place = course.entries.firstIndex { $0.file == current }
    let lessons = course.entries[shown(around: place)].map { (entry: $0, isLesson: true) }
    let references = course.references.prefix(Self.mostShown).map { (entry: $0, isLesson: false) }
    var html = ""
    var part: Int?
    for (entry, isLesson) in lessons + references {
      if entry.part != part {
        html += part == nil ? "" : "</ol>\n"
        html += heading(of: entry.part) + "<ol>\n"
        part = entry.part
      }
      html += item(entry, isLesson: isLesson, steps: entry.file == current ? steps : nil)
    }
    return part == nil ? "" : html + "</ol>"
  }

  /// `steps` are those of the open page.
  private func item(_ entry: Course.Entry, isLesson: Bool, steps: [Step]?) -> String {
    let page = Markup.escape(root + SiteAddresses.encoded(SiteLinks.page(of: entry.file)))
    // What is done is marked by name; a page that is no lesson is never done.
    let name = isLesson ? " data-name=\"\(Markup.escape(SiteLinks.stem(of: entry.file)))\"" : ""
    let mark = steps == nil ? "" : " aria-current=\"page\""
    let link = "<a href=\"\(page)\"\(mark)>\(Markup.escape(entry.title))</a>"
    return "<li\(name)>\(link)\(steps.map(list) ?? "")</li>\n"
  }

  /// Lessons before the first part stand under none.
  private func heading(of part: Int) -> String {
    guard course.page.steps.indices.contains(part), !course.page.steps[part].isIntroduction else {
      return ""
    }
    return "<h3>\(Markup.escape(course.page.steps[part].title))</h3>\n"
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
