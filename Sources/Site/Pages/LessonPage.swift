import Lessons
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
  func html(_ lesson: Lesson, outputs: CellOutputs) throws(SiteError) -> (String, [String]) {
    var markup = LessonMarkup(file: file, links: links, outputs: outputs)
    markup.write(inline: lesson.heading)
    let heading = markup.html
    markup = LessonMarkup(file: file, links: links, outputs: outputs)
    markup.write(lesson.steps)
    let content = markup.html
    let written = content.utf8.count
    markup.write(lesson.footnotes)
    let footnotes = String(markup.html.utf8.dropFirst(written)) ?? ""
    var values: [String: Any] = [
      "id": lesson.id,
      "name": SiteLinks.name(of: file),
      "heading": heading,
      "summary": lesson.summary,
      "content": content,
    ]
    if let place { values["number"] = place + 1 }
    if !footnotes.isEmpty { values["footnotes"] = ["items": footnotes] }
    if let place {
      if place > 0 { values["previous"] = frame.link(to: place - 1) }
      if place + 1 < frame.course.entries.count { values["next"] = frame.link(to: place + 1) }
    }
    let page = PageFrame.Page(
      name: name,
      kind: place == nil ? "page" : "lesson",
      title: "\(lesson.title) · \(frame.theme.settings.title)",
      description: lesson.summary.isEmpty ? lesson.title : lesson.summary,
      body: try frame.templates.render("lesson", values),
      lesson: place,
      steps: lesson.steps
    )
    return (try frame.html(page), markup.files)
  }
}
