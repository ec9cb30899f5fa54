import SystemPackage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The calls on sockets, and on waiting for any descriptor.
enum SocketCall {
  /// Two ends of one connection within this machine.
  static func pair() throws(Errno) -> (FileDescriptor, FileDescriptor) {
    var ends: [Int32] = [-1, -1]
    try FileCall.checked { socketpair(AF_UNIX, stream, 0, &ends) }
    for end in ends { prepare(end) }
    return (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]))
  }

  /// A socket of 127.0.0.1 that others can connect to, and its port; port 0 is any that is free.
  static func listening(on port: UInt16) throws(Errno) -> (FileDescriptor, port: UInt16) {
    let descriptor = try FileCall.checked { socket(AF_INET, stream, 0) }
    do throws(Errno) {
      prepare(descriptor)
      neverWait(descriptor)
      // Else a server that has just ended would keep its port for a minute.
      set(SO_REUSEADDR, of: descriptor)
      let bound = try bind(descriptor, to: port)
      try FileCall.checked { listen(descriptor, 64) }
      return (FileDescriptor(rawValue: descriptor), bound)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// The next connection, if one waits; it never waits itself.
  static func accepted(by listener: FileDescriptor) -> FileDescriptor? {
    let client = accept(listener.rawValue, nil, nil)
    if client < 0 { return nil }
    prepare(client)
    neverWait(client)
    return FileDescriptor(rawValue: client)
  }

  /// How much of it the system took, without waiting; a connection that is gone is an error here,
  /// not the end of the process.
  static func send(
    _ bytes: UnsafeRawBufferPointer,
    to socket: FileDescriptor
  ) throws(Errno) -> Int {
    #if canImport(Glibc)
    let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    #else
    let flags = Int32(MSG_DONTWAIT)
    #endif
    while true {
      #if canImport(Glibc)
      let count = Glibc.send(socket.rawValue, bytes.baseAddress, bytes.count, flags)
      #else
      let count = Darwin.send(socket.rawValue, bytes.baseAddress, bytes.count, flags)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw Errno(rawValue: errno) }
    }
  }

  /// Says that nothing more will be sent.
  static func endSending(to socket: FileDescriptor) {
    shutdown(socket.rawValue, Int32(SHUT_WR))
  }

  /// Waits until one of them can be read or written; what the system says of each.
  static func wait(
    for wishes: [(descriptor: FileDescriptor, wish: Readiness.Wish)],
    milliseconds: Int
  ) throws(Errno) -> [Readiness] {
    var entries = wishes.map { wish in
      let events = wish.wish == .read ? POLLIN : wish.wish == .write ? POLLOUT : 0
      return pollfd(fd: wish.descriptor.rawValue, events: Int16(events), revents: 0)
    }
    let count = poll(&entries, nfds_t(entries.count), Int32(clamping: milliseconds))
    if count < 0 { throw Errno(rawValue: errno) }
    return entries.map { entry in
      let events = Int32(entry.revents)
      var readiness = Readiness()
      if events & Int32(POLLIN) != 0 { readiness.insert(.canRead) }
      if events & Int32(POLLOUT) != 0 { readiness.insert(.canWrite) }
      if events & Int32(POLLERR | POLLHUP | POLLNVAL) != 0 { readiness.insert(.isOver) }
      return readiness
    }
  }
}

extension SocketCall {
  #if canImport(Glibc)
  private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
  private static let stream = SOCK_STREAM
  #endif

  /// It is not for the tool's children, and sending to nobody raises no signal.
  private static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if !canImport(Glibc)
    set(SO_NOSIGPIPE, of: descriptor)
    #endif
  }

  private static func neverWait(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  private static func set(_ option: Int32, of descriptor: Int32) {
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  /// The port it was given.
  private static func bind(_ descriptor: Int32, to port: UInt16) throws(Errno) -> UInt16 {
    var address = sockaddr_in()
    #if !canImport(Glibc)
    address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
    #endif
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try FileCall.checked {
      withUnsafeMutablePointer(to: &address) { place in
        place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
          var size = socklen_t(MemoryLayout<sockaddr_in>.size)
          let isBound = systemBind(descriptor, place, size) == 0
          return isBound ? getsockname(descriptor, place, &size) : -1
        }
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }
}

/// The C call, which the function above hides by its name.
private func systemBind(
  _ descriptor: Int32,
  _ address: UnsafePointer<sockaddr>,
  _ size: socklen_t
) -> Int32 {
  bind(descriptor, address, size)
}
