import Lessons

/// The whole course on one page, to be printed: chapter after chapter as they are rendered.
struct PrintPage {
  /// More lessons than this make no page a browser could print.
  static let mostLessons = 200

  let frame: PageFrame
  let links: SiteLinks
  private var chapters: [[String: Any]] = []

  init(frame: PageFrame, links: CourseLinks) {
    self.frame = frame
    self.links = SiteLinks(links, chapters: Set(frame.course.entries.map(\.file)))
  }

  mutating func add(_ checked: CheckedLesson, file: String) {
    let lesson = checked.lesson
    var options = LessonMarkup.Options()
    options.levelShift = 1
    options.identifierPrefix = SiteLinks.chapter(file) + ":"
    options.isLive = false
    var markup = LessonMarkup(file: file, links: links, options: options)
    markup.write(inline: lesson.heading)
    let heading = markup.html
    markup = LessonMarkup(file: file, links: links, results: .init(checked), options: options)
    markup.write(lesson.steps)
    let content = markup.html
    let written = content.utf8.count
    markup.write(lesson.footnotes)
    let footnotes = String(markup.html.utf8.dropFirst(written)) ?? ""
    chapters.append([
      "id": SiteLinks.chapter(file),
      "number": chapters.count + 1,
      "title": lesson.title,
      "heading": heading,
      "summary": lesson.summary,
      "content": content,
      "footnotes": footnotes,
    ])
  }

  func html() throws(SiteError) -> String {
    let settings = frame.settings
    let values: [String: Any] = [
      "title": settings.title, "tagline": settings.tagline, "lessons": chapters,
    ]
    return try frame.html(
      PageFrame.Page(
        name: "print.html",
        kind: "print",
        title: "\(settings.title), the whole course",
        description: settings.description,
        body: try frame.templates.render("print", values),
        hasContents: false,
        isLive: false
      )
    )
  }
}
