import System

/// The child's side: the tool's hidden subcommand calls `serve`, which answers requests on
/// standard input until it ends.
///
/// A request is a length (four bytes, least significant first) and Markdown; a reply a length, a
/// status byte and, where that says so, a tree.
package enum MarkdownWorker {
  enum Status: UInt8 {
    case tree = 0
    case tooDeep = 1
    case tooLarge = 2
  }

  static let lengthBytes = 4

  package static func serve() {
    ProcessLimits.limitMemory(to: memory)
    while let request = request() {
      ProcessLimits.limitProcessorTime(milliseconds: MarkdownRenderer.milliseconds)
      let reply = reply(to: request)
      guard (try? Stream.output.write(length(of: reply) + reply)) != nil else { return }
    }
  }

  static func length(of message: [UInt8]) -> [UInt8] {
    (0..<lengthBytes).map { UInt8(truncatingIfNeeded: message.count >> (8 * $0)) }
  }

  static func length(from bytes: some Sequence<UInt8>) -> Int {
    var length = 0
    var shift = 0
    for byte in bytes {
      length |= Int(byte) << shift
      shift += 8
    }
    return length
  }
}

extension MarkdownWorker {
  private static let memory = 1 << 30
  private static func reply(to request: [UInt8]) -> [UInt8] {
    do {
      return [Status.tree.rawValue] + (try MarkdownDocument.encoded(request))
    } catch {
      switch error {
      case .tooDeep: return [Status.tooDeep.rawValue]
      case .tooLarge: return [Status.tooLarge.rawValue]
      }
    }
  }

  private static func request() -> [UInt8]? {
    guard let head = Stream.input.read(exactly: lengthBytes) else { return nil }
    let count = length(from: head)
    guard count <= LessonLimits.standard.lessonBytes else { return nil }
    return Stream.input.read(exactly: count)
  }
}
