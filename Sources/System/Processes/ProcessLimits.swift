/// What this process may use.
package enum ProcessLimits {
  /// At most so many bytes of memory; an abort leaves no core file behind.
  package static func limitMemory(to bytes: Int) {
    ProcessCall.lower(.addressSpace, to: bytes)
    ProcessCall.lower(.coreSize, to: 0)
  }

  /// So much processor time from here on; a clock that goes on while others work does not count.
  package static func limitProcessorTime(milliseconds: Int) {
    ProcessCall.limitProcessorTime(milliseconds: milliseconds)
  }
}
