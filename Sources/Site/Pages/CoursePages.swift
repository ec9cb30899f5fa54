import Lessons

/// The pages about the whole course: its cover and the page of no such address.
struct CoursePages {
  let frame: PageFrame

  /// `identifiers` are the lessons' own, in the order of the contents.
  func index(identifiers: [String]) throws(SiteError) -> String {
    let settings = frame.theme.settings
    var lessons: [[String: Any]] = []
    for (entry, identifier) in zip(frame.course.entries, identifiers) {
      lessons.append([
        "id": identifier,
        "name": entry.name,
        "href": SiteLinks.page(of: entry.file),
        "title": entry.title,
        "summary": entry.summary,
      ])
    }
    var values: [String: Any] = [
      "title": settings.title, "tagline": settings.tagline, "lessons": lessons,
    ]
    if !frame.course.entries.isEmpty { values["first"] = frame.link(to: 0) }
    return try frame.html(
      PageFrame.Page(
        name: "index.html",
        kind: "index",
        title: settings.title,
        description: settings.tagline,
        body: try frame.templates.render("index", values),
        hasContents: false
      )
    )
  }

  func missing() throws(SiteError) -> String {
    let root = frame.siteURL.map(Self.path(of:)) ?? ""
    return try frame.html(
      PageFrame.Page(
        name: "404.html",
        kind: "missing",
        title: "No such page · \(frame.theme.settings.title)",
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
