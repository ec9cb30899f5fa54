import SystemPackage

/// A stream that the tool was started with, or another that its caller has open and closes.
package struct Stream: Equatable, Sendable {
  package static let input = Stream(descriptor: 0)
  package static let output = Stream(descriptor: 1)
  package static let errors = Stream(descriptor: 2)

  package let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// One that a path names: `/dev/stdout`, `/dev/fd/3`.
  ///
  /// Opening such a path would begin at the start of a file that the shell appends to.
  init?(named path: String) {
    switch path {
    case "/dev/stdin": descriptor = 0
    case "/dev/stdout": descriptor = 1
    case "/dev/stderr": descriptor = 2
    default:
      let (folder, name) = NamedFile.split(path)
      guard ["/dev/fd", "/proc/self/fd"].contains(folder), let number = Int32(name) else {
        return nil
      }
      descriptor = number
    }
  }

  /// Whether something is led into it: a pipe, a file, a socket.
  package var isRedirected: Bool {
    guard let stat = try? Stat(file) else { return false }
    return [.fifo, .regular, .socket].contains(stat.type)
  }

  package var isTerminal: Bool { FileCall.isTerminal(file) }

  /// Writes it all.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    do throws(Errno) {
      try file.writeWhole(bytes)
    } catch {
      throw SystemError(writing: name, error)
    }
  }

  /// What is there to be read, waiting for the first of it; empty at the end.
  package func read(atMost count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = (try? file.read(into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
  }

  /// The same, where what cannot be read is no end; nil where a signal came first.
  package func next(atMost count: Int) throws(SystemError) -> [UInt8]? {
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Errno) {
        // A signal ends this wait, where it would let a read go on.
        _ = try SocketCall.wait(for: [(file, .read)], milliseconds: -1)
        filled = try FileCall.typed { try file.read(into: UnsafeMutableRawBufferPointer(buffer)) }
      } catch {
        failure = error
      }
    }
    if failure == .interrupted { return nil }
    if let failure { throw SystemError(reading: name, failure) }
    return bytes
  }

  /// Exactly so many bytes; nil where it ends before.
  package func read(exactly count: Int) -> [UInt8]? {
    guard let bytes = try? file.head(count: count), bytes.count == count else { return nil }
    return bytes
  }

  var file: FileDescriptor { FileDescriptor(rawValue: descriptor) }

  private var name: String {
    switch descriptor {
    case 0: "standard input"
    case 1: "standard output"
    case 2: "standard error"
    default: "descriptor \(descriptor)"
    }
  }
}
