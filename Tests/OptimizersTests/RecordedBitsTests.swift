import Arithmetic
import Foundation
import Optimizers
import Recording
import Testing

/// The bits that every row of the table had when rules were still written by hand, loop by loop.
///
/// A line of the fixture is a row and a sum over every bit of 24 updates. New rows are added with
/// `ACCEPT=1`; a row that is there is never changed by it.
@Suite struct RecordedBitsTests {
  static let file = ReferenceRun.folder.appending(path: "bits.txt")

  static let recorded: [String: String] = {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var rows: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":").map(String.init)
      if parts.count == 2 { rows[parts[0]] = parts[1] }
    }
    return rows
  }()

  @Test("every row of the table has its recorded bits")
  func bits() throws {
    var lines: [String] = []
    for row in RuleCase.all {
      let name = row.testDescription.trimmingCharacters(in: .whitespaces)
      let sum = try Self.sum(row.settings)
      if let known = Self.recorded[name] { #expect(known == sum, "\(name)") }
      lines.append("\(name):\(Self.recorded[name] ?? sum)")
    }
    #expect(try Recording(Self.file).fault(of: lines.joined(separator: "\n") + "\n") == nil)
  }

  /// A sum over the bits of parameters and slots after each of 24 updates.
  private static func sum(_ settings: RuleSettings) throws -> String {
    let kernel = try Optimizer<Double>(settings)
    let count = 37
    var numbers = SeededGenerator(seed: 7)
    var w = (0..<count).map { _ in numbers.normal() }
    var state = kernel.state(count: count)
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for t in 1...24 {
      var g = (0..<count).map { _ in numbers.normal() }
      g[0] = t < 10 ? 0 : g[0]
      g[1] *= 1e-9
      if t == 18 { g[2] = .infinity }
      try kernel.step(&w, gradient: g, state: &state)
      for slot in ["w"] + kernel.slots.map(\.name).sorted() {
        for number in slot == "w" ? w : state[slot] ?? [] {
          // Every not-a-number is one value.
          let bits = number.isNaN ? Double.nan.bitPattern : number.bitPattern
          sum = (sum ^ bits) &* 0x100_0000_01b3
          sum ^= sum >> 29
        }
      }
    }
    return String(sum, radix: 16)
  }
}
