/// The head of an HTTP request, as far as a server of files needs it.
package struct RequestHead: Equatable, Sendable {
  /// Why a request cannot be read.
  package enum Fault: Error, Equatable {
    case malformed
    case tooLong
    case unknownVersion
  }

  /// Heads are shorter than this.
  package static let limit = 16 << 10

  package private(set) var method = ""
  /// The path and all behind it, as they were sent.
  package private(set) var target = ""
  package private(set) var host: String?
  /// Whether another request may follow on the same connection.
  package private(set) var keepsAlive = true

  /// The head at the start of `bytes` and how many of them it takes; nil while it is not all there.
  package static func read(_ bytes: [UInt8]) throws(Fault) -> (head: RequestHead, length: Int)? {
    // An empty line before a request is what some clients leave behind.
    let start = bytes.firstIndex { $0 != lineFeed && $0 != carriageReturn } ?? bytes.count
    guard let end = end(of: bytes, from: start) else {
      if bytes.count >= limit { throw .tooLong }
      return nil
    }
    if end > limit { throw .tooLong }
    guard let text = String(validating: bytes[start..<end], as: UTF8.self) else {
      throw .malformed
    }
    return (try RequestHead(text), end)
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Behind the first empty line.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var lineStart = start
    for index in bytes[start...].indices where bytes[index] == lineFeed {
      let line = bytes[lineStart..<index]
      if line.isEmpty || line.elementsEqual([carriageReturn]) { return index + 1 }
      lineStart = index + 1
    }
    return nil
  }

  private init(_ text: String) throws(Fault) {
    var lines = text.unicodeScalars.split(separator: "\n").map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    let hasControls = lines.contains { line in
      line.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }
    }
    if hasControls || lines.isEmpty { throw .malformed }
    try readRequest(line: lines.removeFirst())
    for line in lines where !line.isEmpty { try readField(line: line) }
  }

  private mutating func readRequest(line: String) throws(Fault) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    guard words.count == 3, Self.isToken(words[0]), words[1].hasPrefix("/"),
      words[2].hasPrefix("HTTP/")
    else { throw .malformed }
    switch words[2] {
    case "HTTP/1.1": keepsAlive = true
    case "HTTP/1.0": keepsAlive = false
    default: throw .unknownVersion
    }
    method = words[0]
    target = words[1]
  }

  private mutating func readField(line: String) throws(Fault) {
    guard let colon = line.firstIndex(of: ":"), Self.isToken(String(line[..<colon])) else {
      throw .malformed
    }
    let value = String(
      line[line.index(after: colon)...].trimming { $0 == " " || $0 == "\t" }
    )
    switch line[..<colon].lowercased() {
    case "host":
      if host != nil { throw .malformed }
      host = value
    case "connection":
      let words = value.lowercased().split { $0 == "," || $0 == " " }
      if words.contains("close") { keepsAlive = false }
    case "transfer-encoding": keepsAlive = false
    case "content-length":
      // A body is not read, so what stands in it must not be taken for the next request.
      if value != "0" { keepsAlive = false }
    default: break
    }
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains($0)
        }
      }
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> Substring {
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
