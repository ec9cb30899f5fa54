import Lessons
import Notebook
import System
import Terminal

/// A script as it comes in, in pieces that can be run: lines up to one where all brackets are closed.
///
/// Nothing is waited for that the next piece does not need, so that a program at the other end of a
/// pipe gets its answer before it asks again.
struct ScriptText: ~Copyable {
  /// Bytes of a piece.
  private static let largest = 64 << 20
  private static let room = 1 << 16

  private let file: String
  private let stream: Stream
  private var bytes: [UInt8] = []
  /// What was handed out of `bytes`, and what was searched.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var brackets = OpenBrackets()
  private var line = 1

  init(_ file: String, _ stream: Stream) {
    self.file = file
    self.stream = stream
  }

  /// The next lines; nil at the end, or where Control-C came while they were waited for.
  mutating func next() throws(LocatedError) -> String? {
    while true {
      while let end = bytes[searched...].firstIndex(of: 0x0A) {
        brackets.read(bytes[searched...end])
        searched = end + 1
        if brackets.areClosed { return try piece() }
      }
      if isAtEnd {
        searched = bytes.count
        return start < bytes.count ? try piece() : nil
      }
      guard try read() else { return nil }
    }
  }

  private mutating func read() throws(LocatedError) -> Bool {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    if bytes.count > Self.largest {
      throw LocatedError(
        file: file,
        position: SourcePosition(line: line, column: 1),
        message: "a statement is longer than \(Self.largest >> 20) MiB",
        hint: "close its brackets, or split it"
      )
    }
    let stream = stream
    let file = file
    var more: [UInt8]?
    do throws(SystemError) {
      while more == nil {
        if Interrupt.isRaised { return false }
        more = try stream.next(atMost: Self.room)
      }
    } catch {
      throw LocatedError(file: file, message: error.message)
    }
    isAtEnd = more?.isEmpty ?? true
    bytes += more ?? []
    return true
  }

  private mutating func piece() throws(LocatedError) -> String {
    let lines = bytes[start..<searched]
    start = searched
    brackets = OpenBrackets()
    guard let text = String(validating: lines, as: UTF8.self) else { throw notText(lines) }
    for byte in lines where byte == 0x0A { line += 1 }
    return text
  }

  /// Where the text stops being UTF-8.
  private func notText(_ lines: ArraySlice<UInt8>) -> LocatedError {
    var line = line
    for text in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: text, as: UTF8.self) == nil { break }
      line += 1
    }
    return LocatedError(
      file: file,
      position: SourcePosition(line: line, column: 1),
      message: "this is not UTF-8 text",
      hint: "save the script as UTF-8"
    )
  }
}
