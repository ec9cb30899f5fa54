/// What a server of a site answers to a request: the site's files, and news of a newer site.
package struct SiteResponder: Sendable {
  private let folder: ServedFolder
  private let port: UInt16

  package init(folder: ServedFolder, port: UInt16) {
    self.folder = folder
    self.port = port
  }

  package var version: String { folder.version }

  package func response(to request: RequestHead) -> Response {
    // A page of another host that has its name lead here is told nothing.
    guard let host = request.host else { return Response(.badRequest, text: "which host?\n") }
    guard isOurs(host) else { return Response(.forbidden, text: "not the host '\(host)'\n") }
    guard request.method == "GET" || request.method == "HEAD" else {
      return Response(.methodNotAllowed, text: "only GET and HEAD\n")
    }
    let path = String(request.target.prefix { $0 != "?" })
    switch path {
    case LiveReload.newsPath: return LiveReload.news(version: version)
    case LiveReload.scriptPath:
      return Response(.ok, type: MediaType.of(path), body: Array(LiveReload.script.utf8))
    default: return file(at: path)
    }
  }

  package func response(to fault: RequestHead.Fault) -> Response {
    switch fault {
    case .malformed: Response(.badRequest, text: "cannot read this request\n")
    case .tooLong: Response(.headTooLarge, text: "this request is too long\n")
    case .unknownVersion: Response(.versionNotSupported, text: "only HTTP/1.1\n")
    }
  }

  private func file(at path: String) -> Response {
    // Asked before the file is read: a page is then never said to be newer than it is.
    let version = version
    switch folder[path] {
    case .malformed: return Response(.badRequest, text: "no page has such an address\n")
    case .file(let bytes, let name):
      return Self.response(.ok, bytes, type: MediaType.of(name), version: version)
    case .nothing: break
    }
    let type = MediaType.of(".html")
    if case .file(let bytes, _) = folder["/404.html"] {
      return Self.response(.notFound, bytes, type: type, version: version)
    }
    return Self.response(.unavailable, Array(Self.notBuilt.utf8), type: type, version: version)
  }

  private static func response(
    _ status: Response.Status,
    _ bytes: [UInt8],
    type: String,
    version: String
  ) -> Response {
    let isPage = type.hasPrefix("text/html")
    let body = isPage ? LiveReload.added(to: bytes, version: version) : bytes
    return Response(status, type: type, body: body)
  }

  private func isOurs(_ host: String) -> Bool {
    ["127.0.0.1", "localhost"].contains {
      host == "\($0):\(port)" || (port == 80 && host == $0)
    }
  }

  private static let notBuilt = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>Not built yet</title>
    </head>
    <body>
    <h1>Not built yet</h1>
    <p>The terminal says what stands in the way. This page loads again when that is put right.</p>
    </body>
    </html>

    """
}
