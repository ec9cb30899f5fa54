#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One child process and the socket to it.
///
/// A class, for it owns both: they end with it.
final class WorkerProcess {
  enum Failure: Error, Equatable {
    case cannotStart(Int32)
    case tookTooLong
    case died
    case answeredNonsense
  }

  private let identifier: pid_t
  private let socket: Int32

  /// Starts the program in a process group of its own, so that Ctrl-C at a prompt is not for it.
  init(program: String, arguments: [String]) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, streamType, 0, &ends) == 0 else { throw .cannotStart(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var child: pid_t = 0
    let code = Self.spawn(program, arguments, socket: ends[1], child: &child)
    close(ends[1])
    guard code == 0 else {
      close(ends[0])
      throw .cannotStart(code)
    }
    identifier = child
    socket = ends[0]
    #if canImport(Darwin)
    var on: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit {
    close(socket)
    kill(identifier, SIGKILL)
    while waitpid(identifier, nil, 0) < 0 && errno == EINTR {}
  }

  /// Sends a request and waits for its reply, both within the deadline.
  func exchange(_ request: [UInt8], milliseconds: Int) throws(Failure) -> [UInt8] {
    let deadline = Self.now() + milliseconds
    try send(MarkdownWorker.length(of: request) + request, until: deadline)
    let head = try receive(MarkdownWorker.lengthBytes, until: deadline)
    let count = MarkdownWorker.length(from: head)
    if count < 1 || count > MarkdownDocument.replyLimit + 4096 { throw .answeredNonsense }
    return try receive(count, until: deadline)
  }
}

extension WorkerProcess {
  private func send(_ message: [UInt8], until deadline: Int) throws(Failure) {
    var sent = 0
    while sent < message.count {
      try wait(for: Int16(POLLOUT), until: deadline)
      let count = message.withUnsafeBytes {
        #if canImport(Darwin)
        Darwin.send(socket, $0.baseAddress?.advanced(by: sent), $0.count - sent, MSG_DONTWAIT)
        #else
        Glibc.send(
          socket,
          $0.baseAddress?.advanced(by: sent),
          $0.count - sent,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        )
        #endif
      }
      if count > 0 {
        sent += count
      } else if errno != EINTR && errno != EAGAIN {
        throw .died
      }
    }
  }

  private func receive(_ count: Int, until deadline: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      try wait(for: Int16(POLLIN), until: deadline)
      let got = bytes.withUnsafeMutableBytes {
        SystemCall.read(socket, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if got <= 0 { throw .died }
      filled += got
    }
    return bytes
  }

  private func wait(for events: Int16, until deadline: Int) throws(Failure) {
    while true {
      let left = deadline - Self.now()
      if left <= 0 { throw .tookTooLong }
      var entry = pollfd(fd: socket, events: events, revents: 0)
      let count = poll(&entry, 1, Int32(left))
      if count > 0 { return }
      if count < 0 && errno != EINTR { throw .died }
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  private static func spawn(
    _ program: String,
    _ arguments: [String],
    socket: Int32,
    child: inout pid_t
  ) -> Int32 {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    // The child needs nothing from the environment and gets nothing.
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    return posix_spawn(&child, program, &actions, &attributes, words, [nil])
  }
}

#if canImport(Glibc)
private let streamType = Int32(SOCK_STREAM.rawValue)
#else
private let streamType = SOCK_STREAM
#endif
