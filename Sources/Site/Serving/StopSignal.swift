import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Control-C and the request to end, as a number that a loop looks at.
///
/// A build that is under way is finished; a second signal ends the tool at once.
package enum StopSignal {
  private static let caught = Atomic<Int32>(0)

  package static func install() {
    // Touched here, so that the handler finds it made.
    caught.store(0, ordering: .relaxed)
    var action = sigaction()
    #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = { StopSignal.caught.store($0, ordering: .relaxed) }
    #else
    action.__sigaction_handler.sa_handler = { StopSignal.caught.store($0, ordering: .relaxed) }
    #endif
    action.sa_flags = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND))
    for signal in [SIGINT, SIGTERM] { sigaction(signal, &action, nil) }
  }

  /// The signal that was caught, if one was.
  package static var raised: Int32? {
    let signal = caught.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }
}
