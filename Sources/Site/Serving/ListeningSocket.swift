#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A port of 127.0.0.1 on which browsers of this machine, and no others, can connect.
package struct ListeningSocket: Sendable {
  /// Why a port cannot be had.
  package struct Failure: Error {
    /// Another program has it.
    package var isTaken: Bool
    package var reason: String

    init(_ code: Int32) {
      isTaken = code == EADDRINUSE
      reason = isTaken ? "another program listens there" : String(cString: strerror(code))
    }
  }

  let descriptor: Int32
  package let port: UInt16

  /// Port 0 is any that is free.
  package init(port: UInt16) throws(Failure) {
    #if canImport(Glibc)
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw Failure(errno) }
    Self.prepare(descriptor)
    // Else a server that has just ended would keep its port for a minute.
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    guard let bound = Self.bound(descriptor, port), listen(descriptor, 64) == 0 else {
      let code = errno
      close(descriptor)
      throw Failure(code)
    }
    self.descriptor = descriptor
    self.port = bound
  }

  /// The next browser's connection, if one waits.
  func accepted() -> Int32? {
    let client = accept(descriptor, nil, nil)
    if client < 0 { return nil }
    Self.prepare(client)
    #if canImport(Darwin)
    var on: Int32 = 1
    setsockopt(client, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return client
  }

  func end() { close(descriptor) }

  /// Never waits, and is not for the tool's children.
  private static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// The port it was given.
  private static func bound(_ descriptor: Int32, _ port: UInt16) -> UInt16? {
    var address = sockaddr_in()
    #if canImport(Darwin)
    address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
    #endif
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(descriptor, place, size) == 0 && getsockname(descriptor, place, &size) == 0
      }
    }
    return isBound ? UInt16(bigEndian: address.sin_port) : nil
  }
}
