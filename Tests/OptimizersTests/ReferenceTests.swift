import Foundation
import Optimizers
import Testing

@Suite struct ReferenceTests {
  /// `DEVIATIONS=1 swift test --filter ReferenceTests` prints the largest deviation of every run.
  private let isPrinting = ProcessInfo.processInfo.environment["DEVIATIONS"] != nil

  @Test("there are runs for every rule, and for every dialect that is a library")
  func fixturesAreComplete() {
    #expect(ReferenceRun.all.count == 168)
    for entry in RuleCatalog.entries {
      for dialect in entry.dialects where dialect != .lecture && dialect != .paper {
        #expect(
          ReferenceRun.all.contains { $0.rule == entry.rule && $0.dialect == dialect },
          "\(entry.name) \(dialect)"
        )
      }
    }
  }

  @Test("with the recorded gradients a run equals the library's", arguments: ReferenceRun.all)
  func replay(_ run: ReferenceRun) throws {
    let kernel = try run.kernel()
    var state = kernel.state(count: run.count)
    var worst = 0.0
    for t in 0..<run.steps {
      var w = run.parameters(t)
      try kernel.step(&w, gradient: run.gradient(t), state: &state)
      worst = max(worst, deviation(w, run.parameters(t + 1)))
    }
    if isPrinting { print("replay \(run.title) \(worst)") }
    #expect(run.steps == 200)
    #expect(worst <= 1e-12)
  }

  @Test("with its own gradients a run equals the library's", arguments: ReferenceRun.all)
  func closedLoop(_ run: ReferenceRun) throws {
    let kernel = try run.kernel()
    var state = kernel.state(count: run.count)
    var w = run.parameters(0)
    var worst = 0.0
    for t in 0..<run.steps {
      let gradient = ReferenceProblem.gradient(run.problem, w, t)
      try kernel.step(&w, gradient: gradient, state: &state)
      worst = max(worst, deviation(w, run.parameters(t + 1)))
    }
    if isPrinting { print("closed \(run.title) \(worst)") }
    #expect(worst <= max(1e-9, 1000 * run.closed))
  }

  @Test("41 of 46 runs of PyTorch's first seven rules are equal to the last bit")
  func pytorchBits() throws {
    let rules: [RuleName] = [.gd, .momentum, .adagrad, .rmsprop, .adam, .adamw, .amsgrad]
    let runs = ReferenceRun.all.filter { $0.dialect == .pytorch && rules.contains($0.rule) }
    var equal: [String] = []
    for run in runs {
      let kernel = try run.kernel()
      var state = kernel.state(count: run.count)
      var isEqual = true
      for t in 0..<run.steps {
        var w = run.parameters(t)
        try kernel.step(&w, gradient: run.gradient(t), state: &state)
        isEqual = isEqual && w == run.parameters(t + 1)
      }
      if isEqual { equal.append(run.title) }
    }
    if isPrinting { print(runs.map(\.title).filter { !equal.contains($0) }) }
    #expect(runs.count == 46)
    #expect(equal.count == 41)
  }

  private func deviation(_ ours: [Double], _ theirs: [Double]) -> Double {
    zip(ours, theirs).map { abs($0 - $1) / max(1, abs($1)) }.reduce(0) { $1 > $0 ? $1 : $0 }
  }
}
