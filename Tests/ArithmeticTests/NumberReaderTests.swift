import Arithmetic
import Testing

@Test(
  "a decimal number is read to the nearest double",
  arguments: [
    ("0", 0), ("1", 1), ("-1", -1), ("+2", 2), (".5", 0.5), ("5.", 5), ("1e-8", 1e-8),
    ("1E5", 1e5), ("1e+5", 1e5), ("-0.1", -0.1), ("00012.500", 12.5), ("1e400", .infinity),
    ("-1e400", -.infinity), ("1e-400", 0), ("0e999999999999999999999", 0),
    ("1e99999999999999999999", .infinity), ("1e-99999999999999999999", 0),
    ("9007199254740993", 9_007_199_254_740_992), ("9007199254740995", 9_007_199_254_740_996),
    ("9007199254740993.00000000000000000000000000001", 9_007_199_254_740_994),
    ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown), ("5e-324", .leastNonzeroMagnitude),
    ("2.4703282292062327208e-324", 0), ("2.4703282292062328e-324", .leastNonzeroMagnitude),
    ("1.7976931348623158e308", .greatestFiniteMagnitude), ("1.7976931348623159e308", .infinity),
    ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
    ("179769313486231580793e289", .infinity), ("179769313486231570000e288", 0x1.fffffffffffffp1023),
    ("1" + String(repeating: "0", count: 1000) + "e-1000", 1),
    ("0." + String(repeating: "0", count: 1000) + "1e1001", 1),
    ("1" + String(repeating: "0", count: 900) + "1e-901", 1),
    ("9007199254740993." + String(repeating: "0", count: 2000) + "1", 9_007_199_254_740_994),
    (String(repeating: "3", count: 4000) + "e-4000", 1.0 / 3),
  ] as [(String, Double)]
)
func readsNumbers(text: String, number: Double) {
  #expect(NumberReader.double(text.utf8) == number)
}

@Test("a minus sign before a zero is kept")
func readsNegativeZero() {
  #expect(NumberReader.double("-0.0".utf8)?.sign == .minus)
}

@Test(
  "text that is not wholly a number is none",
  arguments: [
    "", "+", "-", ".", "e5", "1e", "1e+", "1e-", " 1", "1 ", "1,5", "0x10", "1.2.3", "--1", "nan",
    "inf", "Infinity", "1_000", "1e5.0", "१", "1f", ".e1", "1ee5", "1e5e5",
  ]
)
func rejectsOtherText(text: String) {
  #expect(NumberReader.double(text.utf8) == nil)
}

@Test("reading agrees with the compiler's own reader on long random numbers")
func readsLikeTheStandardLibrary() {
  var generator = SeededGenerator(seed: 11)
  for _ in 0..<2_000 {
    var text = ""
    for _ in 0...generator.below(40) { text += "\(generator.below(10))" }
    text += ".\(generator.below(1_000_000))e\(generator.below(700) - 360)"
    #expect(NumberReader.double(text.utf8) == Double(text))
  }
}

@Test("the midpoint between two doubles goes to the even one, and a digit more decides")
func readsMidpoints() {
  var generator = SeededGenerator(seed: 13)
  for _ in 0..<300 {
    // Twice the number is the sum of two neighbours, so half of its 54 bits is their midpoint.
    let odd = (generator.next() >> 10) | 1 | 1 << 53
    let text = "\(odd)"
    let lower = Double(odd & ~1)
    let even = odd & 2 == 0 ? lower : lower.nextUp
    #expect(NumberReader.double(text.utf8) == even)
    #expect(NumberReader.double((text + ".0000000000000000000001").utf8) == lower.nextUp)
  }
}
