/// An HTTP answer as the bytes that go out.
package struct Response: Equatable, Sendable {
  /// The few that a server of files needs.
  package enum Status: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case requestTimeout = 408
    case headTooLarge = 431
    case unavailable = 503
    case versionNotSupported = 505

    var reason: String {
      switch self {
      case .ok: "OK"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .requestTimeout: "Request Timeout"
      case .headTooLarge: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      case .versionNotSupported: "HTTP Version Not Supported"
      }
    }
  }

  package var status: Status
  package var type: String
  package var body: [UInt8]
  /// The body has no end: the connection stays open for what comes.
  package var isStream = false

  package init(_ status: Status, type: String, body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  init(_ status: Status, text: String) {
    self.init(status, type: MediaType.of(".txt"), body: Array(text.utf8))
  }

  /// A `HEAD` request gets what `GET` would, without the body.
  package func bytes(keepsAlive: Bool, hasBody: Bool = true) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
    head += "Content-Type: \(type)\r\n"
    if !isStream { head += "Content-Length: \(body.count)\r\n" }
    if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
    head += "Connection: \(keepsAlive && !isStream ? "keep-alive" : "close")\r\n"
    // A page that was built again must not come out of a browser's store, and no page of another
    // host may use what is served here.
    head += "Cache-Control: no-store\r\n"
    head += "X-Content-Type-Options: nosniff\r\n"
    head += "Cross-Origin-Resource-Policy: same-origin\r\n"
    head += "Referrer-Policy: no-referrer\r\n\r\n"
    return Array(head.utf8) + (hasBody ? body : [])
  }
}
