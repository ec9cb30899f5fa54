import SystemPackage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The calls on processes: this one's surroundings and limits, and its children.
enum ProcessCall {
  static var number: Int32 { getpid() }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Sets a variable that is not set.
  static func setDefault(_ name: String, _ value: String) { setenv(name, value, 0) }

  /// This program's own file.
  static var executable: String? {
    #if canImport(Glibc)
    return try? FileCall.target(of: "/proc/self/exe", in: FileCall.here)
    #else
    var size: UInt32 = 0
    _NSGetExecutablePath(nil, &size)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    #endif
  }

  /// Since some time in the past; clocks that are set do not change it.
  static var nanoseconds: Int { nanoseconds(of: CLOCK_MONOTONIC) }

  /// What the thread that asks has computed so far.
  static var threadNanoseconds: Int { nanoseconds(of: CLOCK_THREAD_CPUTIME_ID) }

  private static func nanoseconds(of clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  enum Limit {
    case addressSpace
    case coreSize
  }

  /// Lowers a limit of this process.
  static func lower(_ limit: Limit, to value: Int) {
    #if canImport(Glibc)
    let resource =
      switch limit {
      case .addressSpace: __rlimit_resource_t(RLIMIT_AS.rawValue)
      case .coreSize: __rlimit_resource_t(RLIMIT_CORE.rawValue)
      }
    #else
    let resource =
      switch limit {
      case .addressSpace: RLIMIT_AS
      case .coreSize: RLIMIT_CORE
      }
    #endif
    var known = rlimit()
    getrlimit(resource, &known)
    known.rlim_cur = min(known.rlim_max, rlim_t(value))
    setrlimit(resource, &known)
  }

  /// Starts a program in a process group of its own, its standard input and output one descriptor,
  /// its errors nowhere; it gets nothing of the environment.
  static func spawn(
    _ program: String,
    _ arguments: [String],
    connectedTo descriptor: FileDescriptor
  ) throws(Errno) -> Int32 {
    #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #else
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, descriptor.rawValue, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, descriptor.rawValue, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // What this process ignores or holds back is not for the child.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGABRT, SIGPROF, SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags =
      Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, words, [nil])
    if code != 0 { throw Errno(rawValue: code) }
    return child
  }

  /// Whether there is a process of this number.
  static func isAlive(_ number: Int32) -> Bool { kill(number, 0) == 0 || errno != ESRCH }

  /// Ends a child at once, unless it has ended, and forgets it; what the system says of its end.
  static func end(_ child: Int32, afterMilliseconds patience: Int) -> Int32 {
    var status: Int32 = 0
    let deadline = nanoseconds + patience * 1_000_000
    while nanoseconds < deadline {
      if waitpid(child, &status, WNOHANG) == child { return status }
      _ = try? SocketCall.wait(for: [], milliseconds: 1)
    }
    kill(child, SIGKILL)
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  /// Ends this process by a signal of its own once it has used so much processor time from here on.
  static func limitProcessorTime(milliseconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = milliseconds / 1000
    timer.it_value.tv_usec = numericCast(milliseconds % 1000 * 1000)
    #if canImport(Glibc)
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    #else
    setitimer(ITIMER_PROF, &timer, nil)
    #endif
  }

  /// Whether a signal is the one of that limit.
  static func isTimeLimit(_ signal: Int32) -> Bool { signal == SIGPROF }

  /// Whether a signal says that the program itself failed, not that somebody ended it.
  static func isFailure(_ signal: Int32) -> Bool {
    [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE].contains(signal)
  }

  /// Runs a command of the system's shell at this terminal, and waits; its exit code, 127 where there
  /// is no such command.
  static func run(_ command: String) -> Int32 {
    let status = system(command)
    if status == -1 { return 127 }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Runs a command of the system's shell with `bytes` on its standard input; its status, nil where
  /// it could not be started.
  ///
  /// A command that ends early closes the pipe, which must not end this process.
  static func feed(_ bytes: some Collection<UInt8>, to command: String) -> Int32? {
    guard let stream = popen(command, "w") else { return nil }
    let before = signal(SIGPIPE, SIG_IGN)
    try? FileDescriptor(rawValue: fileno(stream)).writeWhole(bytes)
    let status = pclose(stream)
    _ = signal(SIGPIPE, before)
    return status
  }
}
