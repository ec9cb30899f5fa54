/// Time that only goes forward, from no particular beginning.
package enum Clock {
  package static var nanoseconds: Int { ProcessCall.nanoseconds }

  /// Processor time of the thread that asks.
  package static var threadNanoseconds: Int { ProcessCall.threadNanoseconds }

  package static var milliseconds: Int { nanoseconds / 1_000_000 }

  package static var seconds: Double { Double(nanoseconds) / 1e9 }

  /// Shorter where a signal comes.
  package static func sleep(milliseconds: Int) {
    _ = try? SocketCall.wait(for: [], milliseconds: milliseconds)
  }
}
