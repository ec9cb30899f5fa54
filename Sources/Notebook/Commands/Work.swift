import Formulas

/// The part of a statement that may take long, done in slices so that it can be stopped.
enum Work: Sendable {
  /// Why a statement was ended before its time.
  enum Stopped: Equatable, Sendable {
    case interrupted
    case limit(Int)
  }

  case none
  case steps(StepWork)
  case until(UntilWork)
  case runs(RunsWork)
  case seeds(SeedsWork)
  case tune(TuneWork)
  case parting(PartingWork)

  /// Goes on; returns the parameter updates made.
  mutating func advance(
    _ context: inout CommandContext,
    budget: Int
  ) throws(Diagnostic) -> Int {
    switch self {
    case .none: return 0
    case .steps(var work):
      defer { self = .steps(work) }
      return work.advance(&context, budget: budget)
    case .until(var work):
      defer { self = .until(work) }
      return try work.advance(&context, budget: budget)
    case .runs(var work):
      defer { self = .runs(work) }
      return work.advance(budget: budget)
    case .seeds(var work):
      defer { self = .seeds(work) }
      return try work.advance(budget: budget)
    case .tune(var work):
      defer { self = .tune(work) }
      return try work.advance(&context, budget: budget)
    case .parting(var work):
      defer { self = .parting(work) }
      return try work.advance(&context, budget: budget)
    }
  }

  var isDone: Bool {
    switch self {
    case .none: true
    case .steps(let work): work.remaining == 0
    case .until(let work): work.isDone
    case .runs(let work): work.isDone
    case .seeds(let work): work.isDone
    case .tune(let work): work.isDone
    case .parting(let work): work.isDone
    }
  }

  /// Says what came of it.
  func finish(_ context: inout CommandContext, stopped: Stopped?) {
    switch self {
    case .none: break
    case .steps(let work): work.finish(&context, stopped: stopped)
    case .until(let work): work.finish(&context, stopped: stopped)
    case .runs(let work): work.finish(&context, stopped: stopped)
    case .seeds(let work): work.finish(&context, stopped: stopped)
    case .tune(let work): work.finish(&context, stopped: stopped)
    case .parting(let work): work.finish(&context, stopped: stopped)
    }
  }

  var progress: Host.Progress {
    switch self {
    case .none: Host.Progress(done: 0, total: 0, unit: "steps")
    case .steps(let work):
      Host.Progress(done: work.total - work.remaining, total: work.total, unit: "steps")
    case .until(let work):
      Host.Progress(done: work.limit - work.remaining, total: work.limit, unit: "steps")
    case .runs(let work): Host.Progress(done: work.done, total: work.total, unit: "steps")
    case .seeds(let work): Host.Progress(done: work.done, total: work.total, unit: "steps")
    case .parting(let work): Host.Progress(done: work.done, total: work.total, unit: "steps")
    // How much a search will take is not known before its end.
    case .tune(let work): Host.Progress(done: work.done, total: 0, unit: "steps")
    }
  }
}
