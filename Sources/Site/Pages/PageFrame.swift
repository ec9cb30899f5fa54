import Lessons

/// What every page has around its text: head, header, list of lessons, footer.
struct PageFrame {
  let theme: SiteTheme
  let settings: SiteSettings
  let templates: PageTemplates
  let course: Course
  /// Names of data sets and the scripts that bring them, as JSON.
  let dataScripts: String
  /// Ends in a slash; where there is none, pages name no address of their own.
  let siteURL: String?
  let isUnchecked: Bool

  private static let uncheckedFooter =
    "Published unchecked: not everything that this page shows was proven."

  /// What differs between pages.
  struct Page {
    var name: String
    var kind: String
    var title: String
    var description: String
    var body: String
    /// The Markdown file that the page is made of, relative to the course.
    var file: String?
    /// The open lesson's place in the course.
    var lesson: Int?
    var steps: [Step] = []
    var hasContents = true
    var isReference = false
    /// Something on it does not hold.
    var hasFailures = false
    /// Whether cells can be run and changed.
    var isLive = true
    /// Before every address; where the 404 page is shown, no relative one holds.
    var root: String?
  }

  func html(_ page: Page) throws(SiteError) -> String {
    let root = page.root ?? SiteAddresses.root(from: page.name)
    var values: [String: Any] = [
      "language": settings.language,
      "title": page.title,
      "description": page.description,
      "course": settings.name,
      "courseKey": settings.key,
      "root": root,
      "icon": theme.icon,
      "themeScript": theme.themeScript,
      "styleSheet": theme.styleSheet,
      "pageScript": theme.pageScript,
      "engine": theme.engine.isEmpty || !page.isLive ? "" : root + theme.engine,
      "engineScript": root + theme.engineScript,
      "searchScript": root + SitePublisher.searchScript,
      "dataScripts": dataScripts,
      "kind": page.kind,
      "isReference": page.isReference,
      "body": page.body,
      "footer": isUnchecked || page.hasFailures ? Self.uncheckedFooter : settings.footer,
    ]
    if let logo = settings.logo {
      values["logo"] = ["address": root + SiteAddresses.encoded(logo)]
    }
    if let siteURL {
      let address = page.name == "index.html" ? "" : SiteAddresses.encoded(page.name)
      values["canonical"] = ["url": siteURL + address]
    }
    if page.hasContents {
      let navigation = Navigation(course: course, root: root)
      values["contents"] = ["list": navigation.html(current: page.file, steps: page.steps)]
    }
    if let lesson = page.lesson {
      if lesson > 0 { values["previous"] = link(to: lesson - 1, root: root) }
      if lesson + 1 < course.entries.count { values["next"] = link(to: lesson + 1, root: root) }
    }
    return try templates.render("layout", values)
  }

  func link(to lesson: Int, root: String) -> [String: Any] {
    let entry = course.entries[lesson]
    let page = SiteAddresses.encoded(SiteLinks.page(of: entry.file))
    return ["href": root + page, "title": entry.title]
  }
}
