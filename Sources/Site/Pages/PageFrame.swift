import Lessons

/// What every page has around its text: head, header, list of lessons, footer.
struct PageFrame {
  let theme: SiteTheme
  let templates: PageTemplates
  let course: Course
  /// Names of data sets and the scripts that bring them, as JSON.
  let dataScripts: String
  /// Words a cell's editor sets apart.
  let keywords: String
  /// Ends in a slash; where there is none, pages name no address of their own.
  let siteURL: String?

  /// What differs between pages.
  struct Page {
    var name: String
    var kind: String
    var title: String
    var description: String
    var body: String
    /// The open lesson's place in the course.
    var lesson: Int?
    var steps: [Step] = []
    var hasContents = true
    var isReference = false
    /// Whether cells can be run and changed.
    var isLive = true
    /// Before every address: where the 404 page is shown, no relative address holds.
    var root = ""
  }

  func html(_ page: Page) throws(SiteError) -> String {
    var values: [String: Any] = [
      "language": theme.settings.language,
      "title": page.title,
      "description": page.description,
      "course": theme.settings.title,
      "courseKey": ContentHash(theme.settings.title.utf8).text,
      "root": page.root,
      "icon": theme.icon,
      "themeScript": theme.themeScript,
      "styleSheet": theme.styleSheet,
      "pageScript": theme.pageScript,
      "engine": theme.engine.isEmpty || !page.isLive ? "" : page.root + theme.engine,
      "engineScript": page.root + theme.engineScript,
      "searchScript": page.root + SitePublisher.searchScript,
      "dataScripts": dataScripts,
      "keywords": keywords,
      "kind": page.kind,
      "isReference": page.isReference,
      "body": page.body,
      "footer": theme.settings.footer,
    ]
    if let siteURL {
      let address = page.name == "index.html" ? siteURL : siteURL + page.name
      values["canonical"] = ["url": address]
    }
    if page.hasContents {
      let list = Navigation(course: course).html(current: page.lesson, steps: page.steps)
      values["contents"] = ["list": list]
    }
    if let lesson = page.lesson {
      if lesson > 0 { values["previous"] = link(to: lesson - 1) }
      if lesson + 1 < course.entries.count { values["next"] = link(to: lesson + 1) }
    }
    return try templates.render("layout", values)
  }

  func link(to lesson: Int) -> [String: Any] {
    let entry = course.entries[lesson]
    return ["href": SiteLinks.page(of: entry.file), "title": entry.title]
  }
}
