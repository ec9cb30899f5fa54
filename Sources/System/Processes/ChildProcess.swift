import SystemPackage

/// A child process and the connection that is its standard input and output.
///
/// A class, for it owns both: they end with it.
package final class ChildProcess {
  package enum Failure: Error, Equatable {
    /// Not all was sent or had come at the deadline.
    case tookTooLong
    /// The other end is closed.
    case ended
  }

  /// How a child came to its end.
  package enum Ending: Equatable, Sendable {
    /// It used all the processor time it set itself.
    case timeLimit
    /// It failed: an abort, a wrong address, a check of the language.
    case failure
    /// It returned, or somebody else ended it: what it was, in words.
    case other(String)
  }

  private let number: Int32
  private var hasEnded = false
  private let socket: Socket

  /// Starts the program in a process group of its own, so that Ctrl-C at a prompt is not for it.
  package init(_ program: String, _ arguments: [String]) throws(SystemError) {
    do throws(Errno) {
      let (own, others) = try SocketCall.pair()
      socket = Socket(descriptor: own)
      defer { try? others.close() }
      do throws(Errno) {
        number = try ProcessCall.spawn(program, arguments, connectedTo: others)
      } catch {
        socket.close()
        throw error
      }
    } catch {
      throw SystemError(reading: program, error, "cannot be started")
    }
  }

  deinit {
    socket.close()
    if !hasEnded { _ = ProcessCall.end(number, afterMilliseconds: 0) }
  }

  /// Waits for its end, which a closed connection announces; who does not come to it is ended.
  package func ending() -> Ending {
    if hasEnded { return .other("has ended") }
    hasEnded = true
    let status = ProcessCall.end(number, afterMilliseconds: 500)
    let signal = status & 0x7F
    if signal == 0 { return .other("ended with exit code \(status >> 8 & 0xFF)") }
    if ProcessCall.isTimeLimit(signal) { return .timeLimit }
    return ProcessCall.isFailure(signal)
      ? .failure : .other("was ended from outside (signal \(signal))")
  }

  /// Sends it all; `deadline` is a time of `Clock.milliseconds`.
  package func send(_ message: [UInt8], until deadline: Int) throws(Failure) {
    var rest = message[...]
    while !rest.isEmpty {
      try wait(for: .write, until: deadline)
      switch socket.send(rest) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .later: continue
      case .over: throw .ended
      }
    }
  }

  /// Waits for so many bytes.
  package func receive(_ count: Int, until deadline: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      try wait(for: .read, until: deadline)
      let room = min(count - bytes.count, 1 << 16)
      if socket.receive(room, into: &bytes) == .over { throw .ended }
    }
    return bytes
  }

  private func wait(for wish: Readiness.Wish, until deadline: Int) throws(Failure) {
    while true {
      let left = deadline - Clock.milliseconds
      if left <= 0 { throw .tookTooLong }
      let readiness = Readiness.wait(for: [(socket, wish)], milliseconds: left)
      if !readiness[0].isEmpty { return }
    }
  }
}
