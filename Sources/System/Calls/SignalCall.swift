import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The calls on signals.
enum SignalCall {
  /// The last signal that was caught, 0 before.
  static let caught = Atomic<Int32>(0)

  static let interrupt = SIGINT
  static let endings = [SIGINT, SIGTERM, SIGHUP]

  /// Some programs start others with signals held back: then nothing could end a long run.
  static func unblock() {
    var signals = endingSet
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// From here on what asks the tool to end waits for `release`, which takes what this returns.
  static func hold() -> sigset_t {
    var signals = endingSet
    var before = sigset_t()
    sigprocmask(SIG_BLOCK, &signals, &before)
    return before
  }

  static func release(_ before: sigset_t) {
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }

  private static var endingSet: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in endings { sigaddset(&signals, signal) }
    return signals
  }

  /// A file that grows beyond what the shell allows is an error of that write, no sudden end.
  static func ignoreFileSizes() { signal(SIGXFSZ, SIG_IGN) }

  /// Ends the process at once at Control-C.
  static func exitAtInterrupt() {
    signal(SIGINT) { _ in _exit(130) }
  }

  /// From here on the signals that ask the tool to end are only noted; each a second time ends it.
  static func catchEndings() {
    // Touched here, so that the handler finds it made.
    caught.store(0, ordering: .relaxed)
    var action = sigaction()
    #if canImport(Glibc)
    action.__sigaction_handler.sa_handler = { SignalCall.caught.store($0, ordering: .relaxed) }
    #else
    action.__sigaction_u.__sa_handler = { SignalCall.caught.store($0, ordering: .relaxed) }
    #endif
    action.sa_flags = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND))
    for signal in endings { sigaction(signal, &action, nil) }
  }
}
