import Arithmetic
import Testing

@Test(
  "the shortest text is plain in the middle and has an exponent at the ends",
  arguments: [
    (0.1, "0.1"), (3, "3"), (-4.9, "-4.9"), (1e-8, "1e-8"), (1.5e300, "1.5e300"), (0, "0"),
    (-0.0, "0"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (-.nan, "nan"),
    (100, "100"), (0.00001, "0.00001"), (0.0000095, "9.5e-6"), (123_456.789, "123456.789"),
    (999_999_999_999_999, "999999999999999"), (1e15, "1e15"), (1.25e15, "1.25e15"),
    (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e308"),
    (1e22, "1e22"),
    (0.30000000000000004, "0.30000000000000004"), (-120.5, "-120.5"), (0.05, "0.05"),
    (9_007_199_254_740_992, "9.007199254740992e15"),
  ] as [(Double, String)]
)
func shortestText(number: Double, text: String) {
  #expect(NumberText.shortest(number) == text)
}

@Test(
  "significant digits are rounded exactly and end without zeros",
  arguments: [
    (1.0 / 3, 6, "0.333333"), (1.2345678e-8, 6, "1.23457e-8"), (0.1, 6, "0.1"), (2, 3, "2"),
    (1_234_567, 3, "1.23e6"), (1_000_000, 3, "1000000"), (1_234_567, 7, "1234567"),
    (0.15, 1, "0.1"), (0.25, 1, "0.2"), (0.35, 1, "0.3"), (2.5, 1, "2"), (3.5, 1, "4"),
    (9.9999, 3, "10"), (99_999, 3, "1e5"), (0.0000999999, 3, "0.0001"), (-1.5555, 3, "-1.56"),
    (1e23, 17, "1e23"), (.leastNonzeroMagnitude, 3, "5e-324"),
    (.leastNonzeroMagnitude, 1, "5e-324"),
    (0.1, 17, "0.1"), (0.3, 17, "0.3"), (0.1 + 0.2, 17, "0.30000000000000004"),
    (123.456, 0, "1e2"), (.nan, 4, "nan"), (-.infinity, 4, "-inf"), (-0.0, 4, "0"),
    (1.7976931348623157e308, 5, "1.7977e308"), (4.4501477170144023e-308, 4, "4.45e-308"),
  ] as [(Double, Int, String)]
)
func significantText(number: Double, digits: Int, text: String) {
  #expect(NumberText.significant(number, digits) == text)
}

@Test(
  "fixed decimals are rounded exactly, ties to even",
  arguments: [
    (0.5, 2, "0.50"), (-12, 1, "-12.0"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (0.5, 0, "0"),
    (1.5, 0, "2"), (2.5, 0, "2"), (-0.001, 2, "0.00"), (0.999, 2, "1.00"), (1e21, 0, "1" + zeros),
    (1.005, 2, "1.00"), (123_456.789, 1, "123456.8"), (0, 3, "0.000"), (.infinity, 2, "inf"),
    (.leastNonzeroMagnitude, 2, "0.00"), (97.38, 2, "97.38"), (0.1, 20, "0.10000000000000000555"),
  ] as [(Double, Int, String)]
)
func fixedText(number: Double, decimals: Int, text: String) {
  #expect(NumberText.fixed(number, decimals) == text)
}

private let zeros = String(repeating: "0", count: 21)

@Test("every number reads back from its shortest text, and from 17 significant digits")
func textReadsBack() {
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<4_000 {
    let number = Double(bitPattern: generator.next())
    guard number.isFinite else { continue }
    #expect(NumberReader.double(NumberText.shortest(number).utf8) == number)
    #expect(NumberReader.double(NumberText.significant(number, 17).utf8) == number)
  }
}

@Test("a number behind other bytes has its shortest text")
func appendsShortestText() {
  var generator = SeededGenerator(seed: 5)
  var numbers: [Double] = [
    0, -0.0, 1e15, 999_999_999_999_999, -1e15, 0.0001, 0.00009999, 1e-5, 0.5,
  ]
  for power in -20...20 {
    for _ in 0..<100 {
      let number = (generator.uniform() - 0.5) * Elementary.pow(10, Double(power))
      numbers += [number, number.rounded(), .nan, -.infinity, number.nextUp]
    }
  }
  for number in numbers {
    var bytes: [UInt8] = [0x2C]
    NumberText.append(shortest: number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "," + NumberText.shortest(number))
  }
}
