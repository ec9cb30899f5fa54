/// Random numbers that are the same everywhere for the same seed: xoshiro256**.
///
/// The generator is a value; a copy repeats the original. `init(seed:stream:)` gives step t its own
/// numbers without drawing those of the steps before, so a run can be replayed from anywhere.
@usableFromInline package struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var filler = SplitMix(state: seed)
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// The numbers of one stream, such as a step or an epoch, of a seed.
  package init(seed: UInt64, stream: UInt64) {
    var first = SplitMix(state: seed)
    var second = SplitMix(state: first.next() ^ stream)
    self.init(seed: second.next())
  }

  @usableFromInline package static func == (a: SeededGenerator, b: SeededGenerator) -> Bool {
    a.state == b.state
  }

  @usableFromInline package mutating func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, by: 45)
    return result
  }

  private static func rotated(_ x: UInt64, by count: UInt64) -> UInt64 {
    x << count | x >> (64 - count)
  }
}

extension SeededGenerator {
  /// A multiple of 2^-53 from 0 up to, but not including, 1: one draw.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the normal distribution with mean 0 and variance 1 (Box and Muller).
  ///
  /// Always two draws: the second number of the pair is not kept, so the state is all there is.
  package mutating func normal() -> Double {
    let radius = Double.root(-2 * Elementary.log(1 - uniform()))
    return radius * Elementary.cos(0x1.921fb54442d18p2 * uniform())
  }

  /// A whole number from 0 up to, but not including, `count`, each equally likely (Lemire).
  @usableFromInline package mutating func below(_ count: Int) -> Int {
    precondition(count > 0, "below needs a positive count")
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  /// Puts the elements in a random order, each order equally likely.
  @inlinable package mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }
}

/// Spreads a seed, however regular, over the bits of the state.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var x = state
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    return x ^ x >> 31
  }
}
