#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
    limitMemory()
    while let request = request() {
      limitTime()
      let reply = reply(to: request)
      if !write(length(of: reply) + reply) { return }
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
  private static let memory: UInt64 = 1 << 30
  /// Seconds; the parent's deadline comes first, this is for a child whose parent is gone.
  private static let seconds = 5

  private static func limitMemory() {
    var limit = rlimit()
    getrlimit(addressSpace, &limit)
    limit.rlim_cur = min(limit.rlim_cur, rlim_t(memory))
    setrlimit(addressSpace, &limit)
    // An abort leaves no core file behind.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(coreSize, &none)
  }

  /// Each request may use so many seconds more than were used before it.
  private static func limitTime() {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    var limit = rlimit()
    getrlimit(processorTime, &limit)
    limit.rlim_cur = min(limit.rlim_max, rlim_t(Int(used.tv_sec) + seconds))
    setrlimit(processorTime, &limit)
  }

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
    guard let head = read(lengthBytes) else { return nil }
    let count = length(from: head)
    guard count <= LessonLimits.standard.lessonBytes else { return nil }
    return read(count)
  }

  private static func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        SystemCall.read(STDIN_FILENO, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if got <= 0 { return nil }
      filled += got
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        SystemCall.write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: $0[written...]))
      }
      if count <= 0 { return false }
      written += count
    }
    return true
  }
}

#if canImport(Glibc)
private let addressSpace = __rlimit_resource_t(RLIMIT_AS.rawValue)
private let coreSize = __rlimit_resource_t(RLIMIT_CORE.rawValue)
private let processorTime = __rlimit_resource_t(RLIMIT_CPU.rawValue)
#else
private let addressSpace = RLIMIT_AS
private let coreSize = RLIMIT_CORE
private let processorTime = RLIMIT_CPU
#endif
