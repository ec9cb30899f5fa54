import Foundation
import Optimizers
import Testing

@Suite struct WeightedAverageTests {
  @Test("averages equal those of pandas", arguments: ["0.5", "0.9", "0.98"])
  func pandas(_ beta: String) throws {
    let file = ReferenceRun.folder.appending(path: "averages/temperature.\(beta).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map(ReferenceRun.numbers)
    let series = rows.map { $0[0] }
    let beta = try #require(Double(beta))
    let plain = try WeightedAverage.series(series, beta: beta)
    let corrected = try WeightedAverage.series(series, beta: beta, corrected: true)
    #expect(rows.count == 365)
    for (index, row) in rows.enumerated() {
      #expect(abs(plain[index] - row[1]) <= 1e-11)
      #expect(abs(corrected[index] - row[2]) <= 1e-11)
    }
  }

  @Test("the first corrected average is the first number")
  func firstValue() throws {
    let corrected = try WeightedAverage<Double>.series([40, 49], beta: 0.98, corrected: true)
    #expect(abs(corrected[0] - 40) < 1e-12)
  }

  @Test("beta must be at least 0 and below 1", arguments: [-0.1, 1, .nan, .infinity])
  func ranges(_ beta: Double) {
    let error = #expect(throws: HyperparameterError.self) { try WeightedAverage(beta: beta) }
    #expect(error?.message.hasPrefix("beta must be at least 0 and below 1, not ") == true)
  }

  @Test("before its first number there is nothing to correct")
  func empty() throws {
    let average = try WeightedAverage<Float>(beta: 0.9)
    #expect(average.value == 0 && average.corrected.isNaN)
    #expect(try WeightedAverage<Float>.series([], beta: 0.9).isEmpty)
  }
}
