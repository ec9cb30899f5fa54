import Foundation
import Optimizers
import Recording
import Testing

@Suite struct ReferenceTests {
  @Test("there are runs for every rule, and for every dialect that is a library")
  func fixturesAreComplete() {
    #expect(ReferenceRun.all.count >= 168)
    for entry in RuleCatalog.entries {
      for dialect in entry.dialects where dialect != .lecture && dialect != .paper {
        #expect(
          ReferenceRun.all.contains { $0.rule == entry && $0.dialect == dialect },
          "\(entry.name) \(dialect)"
        )
      }
    }
  }

  @Test("with the recorded gradients a run equals the library's", arguments: ReferenceRun.all)
  func replay(_ run: ReferenceRun) throws {
    #expect(run.steps == 200)
    #expect(try run.replayDeviation() <= ReferenceRun.replayTolerance)
  }

  @Test("with its own gradients a run equals the library's", arguments: ReferenceRun.all)
  func closedLoop(_ run: ReferenceRun) throws {
    #expect(try run.closedDeviation() <= run.closedTolerance)
  }

  @Test("the table of deviations says how far every run is, and how many rows the tests have")
  func table() throws {
    let text = try DeviationTable.text(ReferenceRun.all, rows: RuleCase.all.count)
    #expect(try Recording(DeviationTable.file).fault(of: text) == nil)
  }

  @Test("46 of 52 runs of PyTorch's first seven rules are equal to the last bit")
  func pytorchBits() throws {
    let rules: [OptimizerRule] = [.gd, .momentum, .adagrad, .rmsprop, .adam, .adamw, .amsgrad]
    let runs = ReferenceRun.all.filter { $0.dialect == .pytorch && rules.contains($0.rule) }
    var equal = 0
    for run in runs {
      let kernel = try run.kernel()
      var state = kernel.state(count: run.count)
      var isEqual = true
      for t in 0..<run.steps {
        var w = run.parameters(t)
        try kernel.step(&w, gradient: run.gradient(t), state: &state)
        isEqual = isEqual && w == run.parameters(t + 1)
      }
      if isEqual { equal += 1 }
    }
    #expect(runs.count == 52)
    #expect(equal == 46)
  }
}
