import Foundation
import Site
import Testing

@Suite struct SiteResponderTests {
  let disk: SiteOnDisk
  let responder: SiteResponder

  init() throws {
    disk = try SiteOnDisk()
    responder = SiteResponder(folder: ServedFolder(disk.site), port: 8000)
  }

  private func response(
    _ path: String,
    method: String = "GET",
    host: String? = "localhost:8000"
  ) throws -> Response {
    let field = host.map { "Host: \($0)\r\n" } ?? ""
    let text = "\(method) \(path) HTTP/1.1\r\n\(field)\r\n"
    let (head, _) = try #require(try RequestHead.read(Array(text.utf8)))
    return responder.response(to: head)
  }

  private func text(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test(
    "every address has its answer",
    arguments: [
      ("/", .ok, "text/html; charset=utf-8"),
      ("/index.html?x=/../y", .ok, "text/html; charset=utf-8"),
      ("/assets/x.js", .ok, "text/javascript; charset=utf-8"),
      ("/assets/search.json", .ok, "application/json; charset=utf-8"),
      ("/.descent/reload.js", .ok, "text/javascript; charset=utf-8"),
      ("/missing", .notFound, "text/html; charset=utf-8"),
      ("/way-out.html", .notFound, "text/html; charset=utf-8"),
      ("/%2e%2e/secret.html", .badRequest, "text/plain; charset=utf-8"),
    ] as [(String, Response.Status, String)]
  )
  func addresses(path: String, status: Response.Status, type: String) throws {
    let response = try response(path)
    #expect(response.status == status)
    #expect(response.type == type)
    #expect(!text(response).contains("secret"))
  }

  @Test(
    "only requests that name this machine are answered",
    arguments: [
      ("127.0.0.1:8000", .ok), ("localhost:8000", .ok), ("localhost", .forbidden),
      ("127.0.0.1:8001", .forbidden), ("evil.example:8000", .forbidden),
      ("localhost.evil.example:8000", .forbidden), ("[::1]:8000", .forbidden), ("", .forbidden),
      (nil, .badRequest),
    ] as [(String?, Response.Status)]
  )
  func hosts(host: String?, status: Response.Status) throws {
    for path in ["/", "/.descent/news", "/.descent/reload.js"] {
      #expect(try response(path, host: host).status == status)
    }
  }

  @Test(
    "nothing but GET and HEAD is done",
    arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"]
  )
  func methods(method: String) throws {
    let response = try response("/", method: method)
    #expect(response.status == .methodNotAllowed)
    let bytes = response.bytes(keepsAlive: false)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\r\nAllow: GET, HEAD\r\n"))
  }

  @Test("a page brings the script that loads it again, and keeps its own bytes around it")
  func pages() throws {
    let page = text(try response("/"))
    let version = ServedFolder(disk.site).version
    let script = "<script src=\"/.descent/reload.js\" data-version=\"\(version)\"></script>\n"
    #expect(page == "<body>cover\(script)</body>\n")
    #expect(text(try response("/a%20b.html")) == "blank\(script)")
    #expect(text(try response("/missing")) == "<body>lost\(script)</body>")
    #expect(text(try response("/assets/x.js")) == "script")
  }

  @Test("HEAD says what GET would, without the body")
  func head() throws {
    let response = try response("/", method: "HEAD")
    let whole = response.bytes(keepsAlive: true)
    let head = response.bytes(keepsAlive: true, hasBody: false)
    #expect(whole.starts(with: head))
    #expect(whole.count == head.count + response.body.count)
    let text = String(decoding: head, as: UTF8.self)
    #expect(text.contains("\r\nContent-Length: \(response.body.count)\r\n"))
    #expect(text.contains("\r\nCache-Control: no-store\r\n"))
    #expect(text.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
    #expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test("where there is no site yet a page says so, and waits for one")
  func notBuilt() throws {
    try FileManager.default.removeItem(atPath: disk.site)
    let response = try response("/")
    #expect(response.status == .unavailable)
    #expect(text(response).contains("<h1>Not built yet</h1>"))
    #expect(text(response).contains("data-version=\"none\""))
  }
}
