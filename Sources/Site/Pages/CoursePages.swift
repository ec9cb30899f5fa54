import Lessons
import Typesetting

/// The pages about the whole course: its cover and the page of no such address.
struct CoursePages {
  let frame: PageFrame

  /// The contents page with its lists as cards, and the files of the course that it shows.
  ///
  /// `identifiers` are the lessons' own, by file.
  func index(
    _ contents: CheckedLesson,
    identifiers: [String: String],
    links: SiteLinks
  ) throws(SiteError) -> (html: String, files: [String]) {
    let course = frame.course
    var options = LessonMarkup.Options()
    for (place, entry) in course.entries.enumerated() {
      let identifier = identifiers[entry.file] ?? entry.name
      options.cards[entry.line] = LessonMarkup.Card(entry, lesson: (place + 1, identifier))
    }
    for entry in course.references { options.cards[entry.line] = LessonMarkup.Card(entry) }
    let file = Course.contentsFile
    var markup = LessonMarkup(file: file, links: links, options: options)
    markup.write(inline: course.page.heading)
    let heading = markup.html
    markup = LessonMarkup(
      file: file,
      links: links,
      results: .init(contents),
      options: options
    )
    write(to: &markup)
    let content = markup.html
    let written = content.utf8.count
    markup.write(course.page.footnotes)
    let footnotes = String(markup.html.utf8.dropFirst(written)) ?? ""
    var values: [String: Any] = ["heading": heading, "content": content]
    if !frame.settings.tagline.isEmpty { values["tagline"] = frame.settings.tagline }
    if !footnotes.isEmpty { values["footnotes"] = ["items": footnotes] }
    if !course.entries.isEmpty { values["first"] = frame.link(to: 0, root: "") }
    let html = try frame.html(
      PageFrame.Page(
        name: "index.html",
        kind: "index",
        title: frame.settings.title,
        description: frame.settings.description,
        body: try frame.templates.render("index", values),
        hasContents: false
      )
    )
    return (html, markup.files)
  }

  /// A list of lessons before the first part has a heading too.
  private func write(to markup: inout LessonMarkup) {
    let first = frame.course.entries.first { $0.part == 0 }
    var isHeaded = first == nil || frame.course.page.steps.first?.isIntroduction == false
    for step in frame.course.page.steps {
      if !step.isIntroduction { markup.write(heading: step.heading, level: 2, anchor: step.anchor) }
      for block in step.blocks {
        if case .list = block, !isHeaded {
          markup.append("<h2>Lessons</h2>\n")
          isHeaded = true
        }
        markup.write([block])
      }
    }
  }

  func missing() throws(SiteError) -> String {
    let root = frame.siteURL.map(Self.path(of:)) ?? ""
    return try frame.html(
      PageFrame.Page(
        name: "404.html",
        kind: "missing",
        title: "No such page · \(frame.settings.name)",
        description: "No such page",
        body: try frame.templates.render("missing", ["root": root]),
        hasContents: false,
        root: root
      )
    )
  }

  /// `/course/` of `https://example.org/course/`.
  private static func path(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return "" }
    let rest = url[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}
