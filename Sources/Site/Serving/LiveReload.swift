/// How a page that is being looked at learns that there is a newer one.
///
/// The script comes from the same host, so the pages' strict content security policy holds; it is
/// no part of the site itself. Its names begin with a dot, as no file of a site does.
enum LiveReload {
  static let newsPath = "/.descent/news"
  static let scriptPath = "/.descent/reload.js"

  /// Only a page that can be seen keeps a connection: browsers allow six for a host.
  static let script = """
    "use strict";
    (() => {
      const { version } = document.currentScript.dataset;
      let news;
      const listen = () => {
        if (document.hidden) {
          if (news) news.close();
          news = undefined;
        } else if (!news) {
          news = new EventSource("\(newsPath)");
          news.onmessage = (message) => { if (message.data !== version) location.reload(); };
        }
      };
      document.addEventListener("visibilitychange", listen);
      listen();
    })();

    """

  /// Says which site there is now, and goes on saying it.
  static func news(version: String) -> Response {
    var response = Response(
      .ok,
      type: "text/event-stream; charset=utf-8",
      body: Array("retry: 500\n".utf8) + event(version: version)
    )
    response.isStream = true
    return response
  }

  static func event(version: String) -> [UInt8] { Array("data: \(version)\n\n".utf8) }

  /// A page with the script, which knows what site the page is of.
  static func added(to page: [UInt8], version: String) -> [UInt8] {
    let element = "<script src=\"\(scriptPath)\" data-version=\"\(version)\"></script>\n"
    let end = Array("</body>".utf8)
    var place = page.count
    for start in stride(from: page.count - end.count, through: 0, by: -1)
    where page[start..<(start + end.count)].elementsEqual(end) {
      place = start
      break
    }
    return Array(page[..<place]) + Array(element.utf8) + Array(page[place...])
  }
}
