import Lessons

/// The address that a lesson had once: it leads to where the lesson is now, without a script.
struct MovedPage {
  let frame: PageFrame

  /// `name` is the old page's, `file` the lesson's.
  func html(name: String, file: String, title: String) throws(SiteError) -> String {
    let page = SiteLinks.page(of: file)
    var values: [String: Any] = [
      "language": frame.settings.language,
      "title": title,
      "href": SiteAddresses.relative(page, from: name),
    ]
    if let siteURL = frame.siteURL {
      values["canonical"] = ["url": siteURL + SiteAddresses.encoded(page)]
    }
    return try frame.templates.render("moved", values)
  }
}
