import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Shows a built site to the browsers of this machine, and tells open pages to load again.
///
/// It listens on 127.0.0.1 alone and answers only requests that name this machine, so that no page
/// of another host can read it by a name of its own that leads here.
package final class SiteServer: Sendable {
  /// Where pages ask for news, and the script by which they do; no site has such names.
  private static let news = "/.descent/news"
  private static let script = "/.descent/reload.js"

  private let folder: ServedFolder
  private let port: UInt16
  private let version = Mutex(0)
  private let ended = Mutex<String?>(nil)

  package init(folder: String, port: UInt16) {
    self.folder = ServedFolder(folder)
    self.port = port
  }

  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Open pages load again.
  package func announceChange() { version.withLock { $0 += 1 } }

  /// Serves from now on, beside what the caller does.
  package func start() {
    Task {
      do {
        try await run()
      } catch {
        ended.withLock { $0 = "\(error)" }
      }
    }
  }

  /// Why it serves no more.
  package var failure: String? { ended.withLock { $0 } }

  private func run() async throws {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port),
      timeout: 30,
      logger: .disabled
    )
    await server.appendRoute("*") { [self] request in await answer(request) }
    try await server.run()
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    guard names(request.headers[.host]) else { return Self.response(.forbidden, "wrong host\n") }
    guard request.method == .GET || request.method == .HEAD else {
      return Self.response(.methodNotAllowed, "GET alone\n")
    }
    let path = request.target.path()
    if path == Self.news { return await news(since: request.target.query()) }
    if path == Self.script {
      return Self.response(.ok, Self.reload, type: "text/javascript; charset=utf-8")
    }
    if let file = folder.file(at: path) { return Self.response(.ok, file) }
    if let page = folder.file(at: "/404.html") { return Self.response(.notFound, page) }
    return Self.response(.notFound, "no such page\n")
  }

  private func names(_ host: String?) -> Bool {
    host == "127.0.0.1:\(port)" || host == "localhost:\(port)"
  }

  /// Waits for a change for a while; the answer is the number of the site's version.
  private func news(since query: String) async -> HTTPResponse {
    let known = Int(query)
    for _ in 0..<100 {
      let current = version.withLock { $0 }
      if current != known { return Self.response(.ok, "\(current)") }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return Self.response(.ok, "\(known ?? 0)")
  }
}

extension SiteServer {
  private static let reload = """
    "use strict";
    (async () => {
      let known = "";
      for (;;) {
        try {
          const now = await (await fetch("\(news)?" + known)).text();
          if (known && now !== known) return location.reload();
          known = now;
        } catch { await new Promise((done) => setTimeout(done, 1000)); }
      }
    })();

    """

  private static func response(_ status: HTTPStatusCode, _ file: ServedFolder.File) -> HTTPResponse
  {
    var body = Data(file.bytes)
    if file.type.hasPrefix("text/html") {
      body.append(Data("<script defer src=\"\(script)\"></script>\n".utf8))
    }
    return response(status, body, type: file.type)
  }

  private static func response(
    _ status: HTTPStatusCode,
    _ text: String,
    type: String = "text/plain; charset=utf-8"
  ) -> HTTPResponse {
    response(status, Data(text.utf8), type: type)
  }

  private static func response(_ status: HTTPStatusCode, _ body: Data, type: String) -> HTTPResponse
  {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type,
        .cacheControl: "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Referrer-Policy"): "no-referrer",
      ],
      body: body
    )
  }
}
