/// A non-negative whole number of any size: what exact conversion to and from decimal needs.
struct BigInteger {
  /// 32 bits each, least significant first, the last one not zero.
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }
  var bitWidth: Int { limbs.count * 32 - (limbs.last?.leadingZeroBitCount ?? 0) }

  /// The lowest 64 bits.
  var lowWord: UInt64 {
    let low = limbs.isEmpty ? 0 : UInt64(limbs[0])
    return limbs.count > 1 ? UInt64(limbs[1]) << 32 | low : low
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}

extension BigInteger {
  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for index in limbs.indices {
      carry += UInt64(limbs[index]) * UInt64(factor)
      limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
    trim()
  }

  mutating func multiply(byPowerOfTen exponent: Int) {
    var left = exponent
    while left >= 9 {
      multiply(by: 1_000_000_000)
      left -= 9
    }
    for _ in 0..<left { multiply(by: 10) }
  }

  mutating func shiftLeft(_ count: Int) {
    guard count > 0, !isZero else { return }
    let bits = UInt32(count & 31)
    if bits != 0 { multiply(by: 1 << bits) }
    limbs.insert(contentsOf: repeatElement(0, count: count >> 5), at: 0)
  }

  /// Divides and returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      rest = rest << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(rest / UInt64(divisor))
      rest %= UInt64(divisor)
    }
    trim()
    return UInt32(rest)
  }

  mutating func increment() {
    for index in limbs.indices {
      limbs[index] &+= 1
      if limbs[index] != 0 { return }
    }
    limbs.append(1)
  }

  /// Divides by 2^count and rounds to nearest, ties to even.
  mutating func shiftRightRounding(_ count: Int) {
    guard count > 0, !isZero else { return }
    let half = isBitSet(count - 1)
    let isTie = half && lowBitsAreZero(count - 1)
    let (words, bits) = (count >> 5, UInt32(count & 31))
    limbs.removeFirst(min(words, limbs.count))
    for index in limbs.indices {
      let above: UInt32 = index + 1 < limbs.count ? limbs[index + 1] : 0
      limbs[index] = limbs[index] >> bits | above << (32 - bits)
    }
    trim()
    if half && !(isTie && !isOdd) { increment() }
  }

  private func isBitSet(_ position: Int) -> Bool {
    let word = position >> 5
    return word < limbs.count && limbs[word] >> UInt32(position & 31) & 1 == 1
  }

  private func lowBitsAreZero(_ count: Int) -> Bool {
    let words = count >> 5
    for index in 0..<min(words, limbs.count) where limbs[index] != 0 { return false }
    guard words < limbs.count else { return true }
    return limbs[words] & ((1 << UInt32(count & 31)) - 1) == 0
  }
}

extension BigInteger {
  static func < (a: BigInteger, b: BigInteger) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    for index in a.limbs.indices.reversed() where a.limbs[index] != b.limbs[index] {
      return a.limbs[index] < b.limbs[index]
    }
    return false
  }

  /// Takes away a number that is not larger.
  mutating func subtract(_ other: BigInteger) {
    var borrow = false
    for index in limbs.indices {
      let taken = index < other.limbs.count ? other.limbs[index] : 0
      let (first, under) = limbs[index].subtractingReportingOverflow(taken)
      let (second, underAgain) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      limbs[index] = second
      borrow = under || underAgain
    }
    trim()
  }

  /// The quotient, which must fit 64 bits, and the remainder, by long division.
  func divided(by divisor: BigInteger) -> (quotient: UInt64, remainder: BigInteger) {
    var rest = self
    var quotient: UInt64 = 0
    for shift in stride(from: max(0, bitWidth - divisor.bitWidth), through: 0, by: -1) {
      var part = divisor
      part.shiftLeft(shift)
      quotient <<= 1
      if !(rest < part) {
        rest.subtract(part)
        quotient |= 1
      }
    }
    return (quotient, rest)
  }
}
