import Arithmetic
import Formulas

/// The parameters after every update of a run, to hold others against.
struct Trajectory: Sendable {
  /// Where another run first differs from it.
  struct Parting: Equatable, Sendable {
    var update: Int
    var parameter: Int
    /// What the parameter is here, and there.
    var here: Double
    var there: Double

    /// Whether both left the range of numbers, so that nothing is left to compare.
    var isOverflow: Bool { !here.isFinite && !there.isFinite }
  }

  let problem: Problem
  private let count: Int
  private let updates: Int
  private var engine: Engine
  private var points: [Double] = []

  /// More numbers than this are too many to keep.
  static let mostNumbers = 16_000_000

  init(_ problem: Problem, _ choice: OptimizerChoice, updates: Int) {
    self.problem = problem
    self.updates = updates
    count = problem.parameters.count
    let state = choice.program.initialState(problem.start)
    engine = Engine(problem, choice, state: state, t: 0)
  }

  /// The updates that were made.
  var made: Int { points.count / count }

  /// A setting that leaves its range ends a run.
  private(set) var isDone = false

  /// Makes some of the updates; returns how many.
  mutating func advance(_ most: Int) -> Int {
    let before = engine.t
    let wanted = min(most, updates - before)
    let count = count
    var points = points
    self.points = []
    engine.run(wanted, tracing: false) { state, _, _ in
      for index in 0..<count { points.append(state[index]) }
      return true
    }
    self.points = points
    let made = engine.t - before
    isDone = made < wanted || engine.t == updates
    return made
  }

  /// Where a run with another optimizer parts from this one; nil where none of their updates differ.
  ///
  /// Equal is what agrees to 1e-12 of the larger of 1 and the value. Where both left the range of
  /// numbers nothing is compared any more, unless `strictly`, which takes it for a parting.
  func parting(from other: OptimizerChoice, strictly: Bool) -> Parting? {
    var parting: Parting?
    let made = made
    let state = other.program.initialState(problem.start)
    var running = Engine(problem, other, state: state, t: 0)
    var isOver = false
    running.run(made, tracing: false) { state, _, t in
      for index in 0..<count {
        let (here, there) = (points[(t - 1) * count + index], state[index])
        let isFinite = here.isFinite && there.isFinite
        if isFinite, abs(here - there) <= 1e-12 * max(1, abs(here), abs(there)) { continue }
        let found = Parting(update: t, parameter: index, here: here, there: there)
        if !strictly, found.isOverflow { isOver = true } else { parting = found }
        return false
      }
      return true
    }
    if parting == nil, !isOver, running.t < made {
      parting = Parting(update: running.t + 1, parameter: 0, here: .nan, there: .nan)
    }
    return parting
  }
}
