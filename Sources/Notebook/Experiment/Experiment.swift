import Arithmetic
import Formulas
import Networks

/// A problem, an optimizer and the way so far.
struct Experiment: Sendable {
  let problem: Problem
  /// The optimizers in force: each from the update after `from`; `set` adds one, `back` takes it
  /// away again.
  private(set) var choices = SharedList<(from: Int, choice: OptimizerChoice)>()
  private(set) var timeline: Timeline
  /// The derived quantities of the last update, where that was just made.
  private var trace: [Double]?
  private(set) var quantities: LiveQuantities

  /// Why a run came to an end before its time.
  enum Stop: Equatable {
    /// The loss, a parameter or what the optimizer remembers is no finite number after this update.
    case diverged(t: Int)
    /// A setting may not have this value, which this update would have used.
    case setting(String, Double, t: Int)
  }

  init(_ problem: Problem, _ choice: OptimizerChoice?) throws(Diagnostic) {
    self.problem = problem
    timeline = Timeline(choice?.program.initialState(problem.start) ?? problem.start)
    quantities = try LiveQuantities(problem, choice)
    if let choice { choices.append((0, choice)) }
  }

  var t: Int { timeline.current }
  var choice: OptimizerChoice? { choices.last?.choice }

  /// The optimizer that makes update number `update`.
  func choice(forUpdate update: Int) -> OptimizerChoice? {
    let next = choices.firstIndex(sorted: { $0.from >= max(update, 1) })
    return next > 0 ? choices[next - 1].choice : choices.first?.choice
  }

  /// Goes on with another setting from the next update.
  mutating func change(to choice: OptimizerChoice) throws(Diagnostic) {
    quantities = try LiveQuantities(problem, choice)
    let now = t
    choices.removeLast { $0.from == now }
    choices.append((t, choice))
  }

  /// Makes up to `steps` updates; stops where the run leaves the range of numbers.
  ///
  /// `observe` hears the loss before each update, and its time. The `engine` is kept for the next
  /// call, if nothing else happens in between; after the last, derived quantities are at hand. The
  /// first update is made whatever the loss is: who goes on from there was told.
  mutating func advance(
    _ steps: Int,
    with engine: inout Engine?,
    isLast: Bool = true,
    observe: (Double, Int) -> Void = { _, _ in }
  ) -> Stop? {
    guard let choice else { return nil }
    if !isFinite { return .diverged(t: t) }
    let before = t
    let begin = engine == nil ? before : -1
    var running = engine ?? Engine(problem, choice, state: timeline.state, t: before)
    engine = nil
    var overflow: Stop?
    let count = watched
    let stop = running.run(steps, tracing: isLast, passesLoss: { $0 == begin }) { state, loss, t in
      timeline.append(state)
      observe(loss, t - 1)
      var isFinite = true
      if count < 64 {
        for index in 0..<count where !state[index].isFinite { isFinite = false }
      } else {
        isFinite = Double.areFinite(state, count: count)
      }
      if !isFinite { overflow = .diverged(t: t) }
      return isFinite
    }
    if running.t > before {
      timeline.arrive { running.copyState(to: &$0) }
      trace = running.trace
    }
    engine = running
    return overflow ?? stop ?? (isLast ? lastLoss : nil)
  }

  /// The loss where the last update has led; a network's is seen by the next mini-batch.
  private var lastLoss: Stop? {
    guard problem.objective.training == nil else { return nil }
    return problem.objective.loss(at: point).isFinite ? nil : .diverged(t: t)
  }

  /// How many numbers of the state have to be finite: a learner's own rule may remember infinity on
  /// purpose, as the lowest loss so far.
  var watched: Int { choice?.settings == nil ? problem.parameters.count : timeline.width }

  /// The parameters now.
  var point: [Double] { Array(timeline.state[0..<problem.parameters.count]) }

  private var isFinite: Bool { timeline.state[0..<watched].allSatisfy { $0.isFinite } }

  /// Gives back the memory of the past, which can still be computed again.
  mutating func forgetPast() { timeline.forgetPast() }

  /// Goes back to `t`, exactly as it was.
  mutating func rewind(to t: Int) throws(Diagnostic) {
    let state = self.state(at: t)
    timeline.rewind(to: t, state: state)
    trace = nil
    choices.removeLast { $0.from > t }
    quantities = try LiveQuantities(problem, choice)
  }

  /// The state after update `t`, from the past or replayed.
  func state(at t: Int) -> [Double] {
    var result: [Double] = []
    visit(from: t, through: t, every: 1, tracing: false) { moment in
      result = moment.state
    }
    return result
  }

  /// The moments from `first` through `last`, replayed from the checkpoint before.
  func visit(
    from first: Int,
    through last: Int,
    every spacing: Int,
    tracing: Bool,
    _ look: (Moment) -> Void
  ) {
    var (now, state) = timeline.nearest(to: tracing ? max(first - 1, 0) : first)
    var trace: [Double]?
    var engine: Engine?
    var next = first
    while true {
      if now == next {
        look(
          Moment(
            problem: problem,
            choice: choice(forUpdate: now),
            t: now,
            state: state,
            trace: trace
          )
        )
        if next > last - spacing { return }
        next += spacing
      }
      guard let choice = choice(forUpdate: now + 1), now < last else { return }
      // As far as one engine goes: to the next moment, or to where the settings change.
      var running = engine ?? Engine(problem, choice, state: state, t: now)
      engine = nil
      let change = choices.firstIndex(sorted: { $0.from > now })
      let end = change < choices.count ? choices[change].from : Int.max
      running.run(min(next, end) - now, tracing: tracing) { _, _, _ in true }
      now = running.t
      running.copyState(to: &state)
      trace = running.trace
      if now < end { engine = running }
    }
  }

  /// How to write one component of a quantity that is a series.
  func component(of expression: Expression) -> String? {
    guard case .name(let name, _) = expression, let quantity = quantities.quantity(name),
      let part = problem.parameters.parts.first
    else { return nil }
    switch quantity {
    case .slot, .derived: return "\(name).\(part.name)\(part.isNumber ? "" : "[1]")"
    default: return "\(name)[1]"
    }
  }

  /// The moment reached.
  var now: Moment {
    var moment = Moment(
      problem: problem,
      choice: choice(forUpdate: t),
      t: t,
      state: timeline.state,
      trace: t > 0 ? trace : nil
    )
    if t > 0, trace == nil, choice?.derived.isEmpty == false {
      visit(from: t, through: t, every: 1, tracing: true) { moment = $0 }
    }
    if let last = choices.last, last.from == t { moment.changed = last.choice }
    return moment
  }
}
