import Site
import Testing

@Suite struct RequestHeadTests {
  private func head(_ text: String) throws -> RequestHead? {
    try RequestHead.read(Array(text.utf8))?.head
  }

  @Test("a request is read once all of it is there, wherever it was cut")
  func whole() throws {
    let text = "GET /a?b=c HTTP/1.1\r\nHost: localhost:8000\r\nAccept: */*\r\n\r\n"
    for length in 0..<text.utf8.count {
      #expect(try RequestHead.read(Array(text.utf8.prefix(length))) == nil)
    }
    let (head, length) = try #require(try RequestHead.read(Array((text + "GET /next").utf8)))
    #expect(length == text.utf8.count)
    #expect(head.method == "GET")
    #expect(head.target == "/a?b=c")
    #expect(head.host == "localhost:8000")
    #expect(head.keepsAlive)
  }

  @Test(
    "a connection is kept for requests of the newer version without a body",
    arguments: [
      ("GET / HTTP/1.1\r\n\r\n", true),
      ("GET / HTTP/1.0\r\n\r\n", false),
      ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", false),
      ("GET / HTTP/1.1\r\nconnection: Upgrade, Close\r\n\r\n", false),
      ("GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n", true),
      ("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", true),
      ("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", false),
      ("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", false),
    ]
  )
  func keepsAlive(text: String, expected: Bool) throws {
    #expect(try head(text)?.keepsAlive == expected)
  }

  @Test("lines may end as they do by hand, after empty ones")
  func lineEnds() throws {
    #expect(try head("\r\n\nGET / HTTP/1.1\nHost:\tx \n\n")?.host == "x")
  }

  @Test(
    "what is no request is told apart from one that is not all there",
    arguments: [
      "GET\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1 \r\n\r\n",
      "GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", "OPTIONS * HTTP/1.1\r\n\r\n",
      "G(T / HTTP/1.1\r\n\r\n", " / HTTP/1.1\r\n\r\n", "GET / FTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
      "GET / HTTP/1.1\r\n Host: x\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nhost: y\r\n\r\n", "GET / HTTP/1.1\r\nA: \0\r\n\r\n",
      "GET /\r HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\n\n",
    ]
  )
  func malformed(text: String) {
    #expect(throws: RequestHead.Fault.malformed) { try head(text) }
  }

  @Test("bytes that are no text are no request")
  func bytes() {
    let bytes = Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\n\r\n".utf8)
    #expect(throws: RequestHead.Fault.malformed) { try RequestHead.read(bytes) }
  }

  @Test("other versions are named as such", arguments: ["HTTP/2.0", "HTTP/0.9", "HTTP/1.2"])
  func versions(version: String) {
    #expect(throws: RequestHead.Fault.unknownVersion) { try head("GET / \(version)\r\n\r\n") }
  }

  @Test("a head has 16 KiB, whether it ends or not")
  func limit() throws {
    let start = "GET / HTTP/1.1\r\nA: "
    let room = RequestHead.limit - start.utf8.count - 4
    let longest = start + String(repeating: "a", count: room) + "\r\n\r\n"
    #expect(try head(longest) != nil)
    let longer = start + String(repeating: "a", count: room + 1) + "\r\n\r\n"
    #expect(throws: RequestHead.Fault.tooLong) { try head(longer) }
    let endless = String(repeating: "a", count: RequestHead.limit)
    #expect(throws: RequestHead.Fault.tooLong) { try head(endless) }
  }
}
