import Formulas

/// The runs of a `compare ... seeds N`: optimizer by optimizer, seed by seed.
struct SeedsWork: Sendable {
  private let runs: [Comparison.Run]
  /// One for each seed.
  private let problems: [Problem]
  private let updates: Int
  private let moments: Int
  private let seedWords: String
  private var trial: Trial?
  /// The runs that were made, optimizer by optimizer.
  private var losses: [[Double]] = []
  /// Of each optimizer the run with the first seed, for pictures of more than the loss.
  private var firsts: [Experiment] = []
  private(set) var done = 0

  /// More moments are more than a picture shows; those of a network take time.
  private static let mostMoments = 240
  private static let mostOfNetwork = 20

  init(
    _ runs: [Comparison.Run],
    on problems: [Problem],
    updates: Int,
    seedWords: String
  ) {
    self.runs = runs
    self.problems = problems
    self.updates = updates
    self.seedWords = seedWords
    let isNetwork = problems.first?.objective.training != nil
    moments = min(updates, isNetwork ? Self.mostOfNetwork : Self.mostMoments)
  }

  var total: Int { runs.count * problems.count * updates }
  var isDone: Bool { losses.count == runs.count * problems.count }

  mutating func advance(budget: Int) throws(Diagnostic) -> Int {
    let (run, seed) = losses.count.quotientAndRemainder(dividingBy: problems.count)
    guard let choice = runs[run].experiment.choice else { throw .noOptimizer }
    var running: Trial
    if let begun = trial {
      running = begun
      trial = nil
    } else {
      running = try Trial(
        problems[seed],
        choice,
        updates: updates,
        moments: moments,
        keepsHistory: seed == 0
      )
    }
    let before = running.experiment.t
    let spent = running.advance(budget: budget)
    done += running.experiment.t - before
    guard running.isDone else {
      trial = running
      return spent
    }
    done += updates - running.experiment.t
    if seed == 0 { firsts.append(running.experiment) }
    let missing = moments + 1 - running.losses.count
    losses.append(running.losses + [Double](repeating: .infinity, count: missing))
    return spent
  }

  /// The spread of the loss at each moment, of the runs of one optimizer that were made.
  private func spread(_ run: Int) -> [Quartiles] {
    let own = losses.dropFirst(run * problems.count).prefix(problems.count)
    return (0...moments).map { moment in Quartiles(of: own.map { $0[moment] }) }
  }

  func finish(_ context: inout CommandContext, stopped: Work.Stopped?) {
    let spreads = runs.indices.map { spread($0) }
    let trends = spreads.map { trend($0) }
    let made = runs.indices.map { max(0, min(problems.count, losses.count - $0 * problems.count)) }
    let rows = runs.indices.map { index -> [Table.Cell] in
      let names = Comparison.cells(of: runs[index], among: runs)
      guard made[index] > 0, let end = spreads[index].last else {
        return names + [.missing, .missing, .missing, .trend([])]
      }
      return names + [
        .number(end.median), .number(end.lower), .number(end.upper), .trend(trends[index]),
      ]
    }
    let trendName = Table.decades(trends) == nil ? "median over t" : "log median over t"
    let names = Comparison.columns(of: runs)
    var table = Table(columns: names + ["median loss", "25 %", "75 %", trendName], rows: rows)
    let ended = runs.indices.filter { made[$0] == problems.count }
    table.markBest(among: ended, column: names.count) { made[$0] < problems.count }
    context.answer(.table(table))
    context.note(seedWords)
    for index in runs.indices {
      let own = losses.dropFirst(index * problems.count).prefix(problems.count)
      let left = own.filter { $0.last?.isFinite != true }.count
      if left > 0 {
        context.note("\(runs[index].label): \(left) of \(own.count) runs end without a finite loss")
      }
    }
    context.noteStopped(stopped, goesOn: false)
    var comparison = Comparison(
      runs: zip(runs, firsts).map { run, experiment in
        Comparison.Run(label: run.label, experiment: experiment)
      }
    )
    comparison.spreads = Comparison.Spreads(
      times: (0...moments).map { Double(Trial.time(of: $0, moments, updates)) },
      losses: Array(spreads.prefix(firsts.count))
    )
    context.session.comparison = comparison
  }

  private func trend(_ spread: [Quartiles]) -> [Double] {
    let count = min(Table.trendWidth, moments + 1)
    return (0..<count).map { index in
      let place = count == 1 ? 0 : index * moments / (count - 1)
      return spread[place].median.isFinite ? spread[place].median : .nan
    }
  }
}
