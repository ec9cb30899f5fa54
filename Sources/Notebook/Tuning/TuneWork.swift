import Formulas

/// The runs of a `tune`: optimizer by optimizer, settings by settings, seed by seed.
struct TuneWork: Sendable {
  /// An optimizer whose settings are looked for.
  struct Candidate: Sendable {
    var choice: OptimizerChoice
    var label: String
    var axes: [TuningAxis]
  }

  private let candidates: [Candidate]
  /// One for each seed.
  private let problems: [Problem]
  private let updates: Int
  private let seedWords: String?
  private var tuning: Tuning
  private var current = 0
  private var point: [Int] = []
  private var choice: OptimizerChoice?
  private var trial: Trial?
  private var losses: [Double] = []
  private(set) var done = 0

  init(
    _ candidates: [Candidate],
    on problems: [Problem],
    updates: Int,
    seeds: Int?,
    seedWords: String?
  ) {
    self.candidates = candidates
    self.problems = problems
    self.updates = updates
    self.seedWords = seedWords
    let starts = problems.map { $0.objective.loss(at: $0.start) }
    tuning = Tuning(
      entries: candidates.map { .init(label: $0.label, search: TuningSearch($0.axes)) },
      startLoss: Quartiles(of: starts).median,
      seeds: seeds
    )
  }

  var isDone: Bool { current == candidates.count }

  mutating func advance(
    _ context: inout CommandContext,
    budget: Int
  ) throws(Diagnostic) -> Int {
    var spent = 0
    while spent < budget, !isDone {
      if var running = trial {
        trial = nil
        let before = running.experiment.t
        spent += running.advance(budget: budget - spent)
        done += running.experiment.t - before
        if running.isDone {
          losses.append(running.lastLoss)
        } else {
          trial = running
        }
      } else if let choice, losses.count < problems.count {
        trial = try Trial(problems[losses.count], choice, updates: updates)
      } else {
        spent += 1
        if choice != nil { tuning.entries[current].search.note(Quartiles(of: losses), at: point) }
        try goOn(context.session)
      }
    }
    return spent
  }

  /// Takes up the next settings, or the next optimizer.
  private mutating func goOn(_ session: Session) throws(Diagnostic) {
    losses = []
    choice = nil
    guard let next = tuning.entries[current].search.next() else {
      tuning.entries[current].isDone = true
      current += 1
      return
    }
    point = next
    var made = candidates[current].choice
    for (axis, count) in zip(candidates[current].axes, next) {
      made = try made.changing(
        axis.name,
        to: .constant(axis.value(count)),
        at: axis.range,
        session
      )
    }
    choice = made
  }

  func finish(_ context: inout CommandContext, stopped: Work.Stopped?) {
    context.answer(.table(tuning.table))
    if let seedWords { context.note(seedWords) }
    for remark in tuning.remarks { context.note(remark) }
    context.session.tuning = tuning
    context.noteStopped(stopped, goesOn: false)
  }
}
