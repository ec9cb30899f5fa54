/// A short name for some bytes, so that a file's name changes with its content.
///
/// Browsers may then keep the file for ever, and a build can tell that nothing changed. Not for
/// secrets: FNV-1a on words of eight bytes, stirred once more at the end.
package struct ContentHash: Hashable, Sendable {
  private static let prime: UInt64 = 0x100_0000_01b3

  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(_ bytes: some Sequence<UInt8>) { combine(Array(bytes)) }

  /// What `text` is of a hash.
  init?(text: some StringProtocol) {
    guard let state = UInt64(text, radix: 36) else { return nil }
    self.state = state
  }

  package mutating func combine(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { place in
      let whole = place.count & ~7
      for offset in stride(from: 0, to: whole, by: 8) {
        combine(UInt64(littleEndian: place.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for offset in whole..<place.count { combine(UInt64(place[offset])) }
    }
    combine(UInt64(bytes.count))
  }

  private mutating func combine(_ word: UInt64) {
    state = (state ^ word) &* Self.prime
    // Without this the high bits of a word would never reach the low bits of the state.
    state ^= state >> 32
  }

  /// Thirteen digits of base 36.
  package var text: String {
    let digits = String(state, radix: 36)
    return String(repeating: "0", count: max(0, 13 - digits.count)) + digits
  }
}
