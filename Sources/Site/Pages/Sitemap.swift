import Typesetting

/// `sitemap.xml`, for search engines; only a site that knows its address has one.
struct Sitemap {
  let siteURL: String
  let pages: [String]

  var text: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for page in [""] + pages {
      text += "<url><loc>\(Markup.escape(siteURL + page))</loc></url>\n"
    }
    return text + "</urlset>\n"
  }
}
