import Foundation
import Site
import Synchronization
import System
import Testing

/// The server on a real port, spoken to byte by byte.
@Suite struct SiteServerTests {
  /// Serves until it goes.
  final class Running {
    let disk: SiteOnDisk
    let port: UInt16
    private let isWanted = Flag()

    final class Flag: Sendable {
      let value = Atomic(true)
    }

    init(patience: Int = 10_000) throws {
      disk = try SiteOnDisk()
      let listener = try ListeningSocket(port: 0)
      port = listener.port
      let server = SiteServer(folder: disk.site, listener: listener, patience: patience)
      let flag = isWanted
      #expect(
        BackgroundThread.start { server.run { flag.value.load(ordering: .relaxed) } }
      )
    }

    deinit { isWanted.value.store(false, ordering: .relaxed) }

    func get(_ path: String, method: String = "GET", more: String = "") -> String {
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(more)\r\n"
    }
  }

  @Test("requests that come together are answered in order on one connection")
  func pipeline() throws {
    let server = try Running()
    let client = try TestClient(port: server.port)
    client.say(
      server.get("/assets/x.js") + server.get("/missing", method: "HEAD")
        + server.get("/assets/search.json", more: "Connection: close\r\n")
    )
    let text = client.heard()
    let parts = text.components(separatedBy: "HTTP/1.1 ")
    #expect(parts.count == 4)
    #expect(parts[1].hasPrefix("200 OK\r\n") && parts[1].hasSuffix("\r\n\r\nscript"))
    #expect(parts[2].hasPrefix("404 Not Found\r\n") && parts[2].hasSuffix("\r\n\r\n"))
    #expect(parts[3].contains("Connection: close\r\n") && parts[3].hasSuffix("\r\n\r\n{}"))
  }

  @Test("a request may come byte by byte")
  func slowly() throws {
    let server = try Running()
    let client = try TestClient(port: server.port)
    for character in server.get("/assets/x.js") {
      client.say(String(character))
      usleep(500)
    }
    #expect(client.heard(until: "script").contains("200 OK"))
  }

  @Test("a client that says nothing, or never ends, does not keep others waiting")
  func patience() throws {
    let server = try Running(patience: 500)
    let silent = try TestClient(port: server.port)
    let halting = try TestClient(port: server.port)
    halting.say("GET / HTTP/1.1\r\nHost:")
    let quick = try TestClient(port: server.port)
    quick.say(server.get("/assets/x.js"))
    #expect(quick.heard(until: "script").contains("200 OK"))
    #expect(halting.heard().hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    #expect(silent.heard() == "")
  }

  @Test("an endless head is refused and a body is not taken for a request")
  func hostile() throws {
    let server = try Running()
    let endless = try TestClient(port: server.port)
    endless.say("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 100_000))
    #expect(endless.heard().hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\r\n"))
    let poster = try TestClient(port: server.port)
    let body = server.get("/assets/x.js")
    poster.say(server.get("/", method: "POST", more: "Content-Length: \(body.utf8.count)\r\n"))
    poster.say(body)
    let answer = poster.heard()
    #expect(answer.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
    #expect(!answer.contains("200 OK"))
  }

  @Test("a page that listens is told of each newer site, and of nothing else")
  func news() throws {
    let server = try Running()
    let client = try TestClient(port: server.port)
    client.say(server.get("/.descent/news"))
    let folder = ServedFolder(server.disk.site)
    let first = folder.version
    let head = client.heard(until: "data: \(first)\n\n")
    #expect(head.contains("Content-Type: text/event-stream"))
    #expect(head.components(separatedBy: "data:").count == 2)
    try FileManager.default.moveItem(
      atPath: server.disk.site,
      toPath: server.disk.site + ".old"
    )
    #expect(client.heard(until: "data: none\n\n") == "data: none\n\n")
    try FileManager.default.moveItem(
      atPath: server.disk.site + ".old",
      toPath: server.disk.site
    )
    let version = folder.version
    #expect(version != first)
    #expect(client.heard(until: "\n\n") == "data: \(version)\n\n")
  }

  @Test("more clients than it takes at once are answered in turn")
  func crowd() throws {
    let server = try Running()
    for _ in 0..<300 {
      let client = try TestClient(port: server.port)
      client.say(server.get("/assets/x.js"))
      #expect(client.heard(until: "script").hasSuffix("script"))
    }
  }

  @Test("a port that is taken is told apart from other failures")
  func taken() throws {
    let server = try Running()
    do {
      _ = try ListeningSocket(port: server.port)
      Issue.record("two listen on one port")
    } catch {
      #expect(error.isTaken)
      #expect(error.reason == "another program listens there")
    }
  }
}
