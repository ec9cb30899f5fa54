/// A short name for some bytes, so that a file's name changes with its content.
///
/// Browsers may then keep the file for ever. Not for secrets: FNV-1a, 64 bits.
package struct ContentHash: Hashable, Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(_ bytes: some Sequence<UInt8>) { combine(bytes) }

  package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Thirteen digits of base 36.
  package var text: String {
    let digits = String(state, radix: 36)
    return String(repeating: "0", count: max(0, 13 - digits.count)) + digits
  }
}
