import SystemPackage

/// A port of 127.0.0.1 on which browsers of this machine, and no others, can connect.
package struct ListeningSocket: Sendable {
  /// Why a port cannot be had.
  package struct Failure: Error {
    /// Another program has it.
    package var isTaken: Bool
    package var reason: String

    init(_ code: Errno) {
      isTaken = code == .addressInUse
      reason = isTaken ? "another program listens there" : "\(code)"
    }
  }

  /// To be waited for: it can be read when somebody connects.
  package let socket: Socket
  package let port: UInt16

  /// Port 0 is any that is free.
  package init(port: UInt16) throws(Failure) {
    do throws(Errno) {
      let (descriptor, bound) = try SocketCall.listening(on: port)
      socket = Socket(descriptor: descriptor)
      self.port = bound
    } catch {
      throw Failure(error)
    }
  }

  /// The next browser's connection, if one waits.
  package func accepted() -> Socket? {
    SocketCall.accepted(by: socket.descriptor).map { Socket(descriptor: $0) }
  }

  package func end() { socket.close() }
}
