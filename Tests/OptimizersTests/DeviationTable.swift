import Arithmetic
import Foundation
import Optimizers

/// How far ours is from every recorded run, as `Fixtures/deviations.md` has it.
enum DeviationTable {
  static let file = ReferenceRun.folder.appending(path: "deviations.md")

  static func text(_ runs: [ReferenceRun], rows: Int) throws -> String {
    var lines: [String] = []
    var worst = (replay: 0.0, closed: 0.0)
    for run in runs {
      let (replay, closed) = (try run.replayDeviation(), try run.closedDeviation())
      worst = (max(worst.replay, replay), max(worst.closed, closed))
      let cells = [run.title, words(replay), words(closed), words(run.closedTolerance)]
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return """
      # Deviations

      Each of the \(runs.count) recorded runs has 200 steps. A deviation is the largest over all steps and parameters,
      relative to the larger of 1 and the value: with the recorded gradients, where \(words(ReferenceRun.replayTolerance)) is
      allowed, and with our own, where the last column says what is allowed. The largest are \(words(worst.replay)) and
      \(words(worst.closed)).

      Apart from these, \(rows) rows of settings are held to their rule sheets, bit for bit, in `Float` and `Double`.

      | run | recorded gradients | our gradients | allowed |
      |---|---|---|---|
      \(lines.joined(separator: "\n"))

      """
  }

  private static func words(_ number: Double) -> String { NumberText.significant(number, 2) }
}

extension ReferenceRun {
  static let replayTolerance = 1e-12

  /// Where a run is chaotic, one bit at its start leads elsewhere; `closed` is how far.
  var closedTolerance: Double { max(1e-9, 10 * closed) }

  /// The largest deviation of a step from the recorded parameters by the recorded gradient.
  func replayDeviation() throws -> Double {
    let kernel = try kernel()
    var state = kernel.state(count: count)
    var worst = 0.0
    for t in 0..<steps {
      var w = parameters(t)
      try kernel.step(&w, gradient: gradient(t), state: &state)
      worst = larger(worst, deviation(w, parameters(t + 1)))
    }
    return worst
  }

  /// The largest deviation of a run of our own, from the recorded start.
  func closedDeviation() throws -> Double {
    let kernel = try kernel()
    var state = kernel.state(count: count)
    var w = parameters(0)
    var worst = 0.0
    for t in 0..<steps {
      try kernel.step(&w, gradient: ReferenceProblem.gradient(problem, w, t), state: &state)
      worst = larger(worst, deviation(w, parameters(t + 1)))
    }
    return worst
  }

  private func deviation(_ ours: [Double], _ theirs: [Double]) -> Double {
    zip(ours, theirs).map { abs($0 - $1) / max(1, abs($1)) }.reduce(0, larger)
  }

  /// The larger; not-a-number if either is, so that no broken run passes.
  private func larger(_ a: Double, _ b: Double) -> Double { b > a || b.isNaN ? b : a }
}
