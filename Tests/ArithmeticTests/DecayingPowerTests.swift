import Arithmetic
import Testing

/// Powers of a kept base are those of `pow`, to the bit.
struct DecayingPowerTests {
  @Test(
    "A kept base gives the bits of a power computed afresh",
    arguments: [
      0, Double.leastNonzeroMagnitude, 1e-300, 1e-9, 0.5, 0.9, 0.99, 0.999, 0.999_999, 1 - 0x1p-53,
    ]
  )
  func bits(base: Double) {
    let power = DecayingPower(base)
    for exponent in Array(0...2000) + [41_447, 41_448, 41_977, 100_000, 16_777_216, 1 << 40] {
      let fresh = Double.power(base, Double(exponent))
      #expect(power(Double(exponent)) == fresh)
      #expect(1 - power.besideOne(Double(exponent)) == 1 - fresh)
      #expect(1 - Float(power.besideOne(Double(exponent))) == 1 - Float(fresh))
    }
  }
}
