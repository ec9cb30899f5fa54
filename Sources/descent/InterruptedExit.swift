#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How the tool ends at Control-C.
enum InterruptedExit {
  /// Some programs start others with signals held back: then nothing could end a long run.
  static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] { sigaddset(&signals, signal) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Where nothing has to be put in order: a build leaves the old site, a check nothing.
  static func install() {
    signal(SIGINT) { _ in _exit(130) }
  }
}
