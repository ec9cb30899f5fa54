import Synchronization

/// Control-C, and the request to end.
package enum StopSignal {
  /// What every command does first.
  package static func prepare() {
    SignalCall.unblock()
    SignalCall.ignoreFileSizes()
  }

  /// For commands that have nothing to put in order: Control-C ends them at once (130).
  package static func exitAtOnce() { SignalCall.exitAtInterrupt() }

  /// From here on a signal is a number that a loop looks at; a second one ends the tool at once.
  package static func install() { SignalCall.catchEndings() }

  /// How the tool shall end, once it was asked to: 130 for Control-C, 143 for SIGTERM.
  package static var exitCode: Int32? {
    let signal = SignalCall.caught.load(ordering: .relaxed)
    return signal == 0 ? nil : 128 + signal
  }
}
