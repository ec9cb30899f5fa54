import CEdit
import System

/// Lines from a descriptor that is not a terminal, or from a terminal that cannot move its cursor.
package struct PlainReader {
  package enum Line: Equatable {
    case text(String)
    case interrupted
    case end
  }

  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next line without its line feed; bytes that are not UTF-8 become U+FFFD.
  package mutating func next() -> Line {
    var scanned = start
    while true {
      if let end = bytes[scanned...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return .text(text(upTo: end))
      }
      scanned = bytes.count
      if isAtEnd {
        if start == bytes.count { return .end }
        defer { start = bytes.count }
        return .text(text(upTo: bytes.count))
      }
      if !fill(&scanned) { return .interrupted }
    }
  }
}

extension PlainReader {
  /// Reads a piece; false when interrupted.
  private mutating func fill(_ scanned: inout Int) -> Bool {
    let ready = cedit_wait_until_readable(descriptor)
    if ready == 0 { return false }
    bytes.removeFirst(start)
    scanned -= start
    start = 0
    let piece = ready < 0 ? [] : Stream(descriptor: descriptor).read(atMost: 1 << 16)
    bytes += piece
    isAtEnd = piece.isEmpty
    return true
  }

  private func text(upTo end: Int) -> String {
    var line = bytes[start..<end]
    if line.last == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
