import Lessons
import Notebook
import Typesetting

/// A lesson as a page of its own.
struct LessonPage {
  let frame: PageFrame
  let links: SiteLinks
  /// The lesson's place in the course, nil for a page that the contents do not list.
  let place: Int?
  /// Relative to the course.
  let file: String

  var name: String { SiteLinks.page(of: file) }

  /// The page, and the files of the course that it shows.
  func html(_ checked: CheckedLesson) throws(SiteError) -> (String, [String]) {
    let lesson = checked.lesson
    var markup = LessonMarkup(file: file, links: links)
    markup.write(inline: lesson.heading)
    let heading = markup.html
    markup = LessonMarkup(file: file, links: links, results: .init(checked))
    markup.write(failuresAt: lesson.line)
    markup.write(lesson.steps)
    let content = markup.html
    let written = content.utf8.count
    markup.write(lesson.footnotes)
    let footnotes = String(markup.html.utf8.dropFirst(written)) ?? ""
    var values: [String: Any] = [
      "id": lesson.id,
      "name": SiteLinks.stem(of: file),
      "heading": heading,
      "content": content,
    ]
    if !lesson.start.text.isEmpty { values["start"] = lesson.start.text }
    if let place { values["number"] = place + 1 }
    values["isLesson"] = place != nil
    if !lesson.summary.isEmpty { values["summary"] = lesson.summary }
    if !footnotes.isEmpty { values["footnotes"] = ["items": footnotes] }
    let root = SiteAddresses.root(from: name)
    if let place {
      if place > 0 { values["previous"] = frame.link(to: place - 1, root: root) }
      if place + 1 < frame.course.entries.count {
        values["next"] = frame.link(to: place + 1, root: root)
      }
    }
    let page = PageFrame.Page(
      name: name,
      kind: place == nil ? "page" : "lesson",
      title: "\(lesson.title) · \(frame.settings.name)",
      description: lesson.summary.isEmpty ? lesson.title : lesson.summary,
      body: try frame.templates.render("lesson", values),
      file: file,
      lesson: place,
      steps: lesson.steps,
      hasFailures: checked.report.failureCount > 0
    )
    return (try frame.html(page), markup.files)
  }
}
