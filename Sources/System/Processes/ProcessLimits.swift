/// What this process may use.
package enum ProcessLimits {
  /// At most so many bytes of memory; an abort leaves no core file behind.
  package static func limitMemory(to bytes: Int) {
    ProcessCall.lower(.addressSpace, to: bytes)
    ProcessCall.lower(.coreSize, to: 0)
  }

  /// From here on so many seconds of processor time.
  package static func limitProcessor(to seconds: Int) {
    let used = ProcessCall.nanoseconds(.processor) / 1_000_000_000
    ProcessCall.lower(.processorSeconds, to: used + seconds)
  }
}
