import Arithmetic
import Formulas
import Optimizers

/// Steps one problem with one optimizer: all working memory in one array, nothing allocated a step.
struct Engine: Sendable {
  private let problem: Problem
  private let choice: OptimizerChoice
  private let kernel: KernelUpdate?
  /// What the scheduled settings may be.
  private let limits: [(place: Int, range: HyperparameterRange)]
  private let count: Int
  /// How many parameters each name has.
  private let layers: [Int]
  private let width: Int
  private let objectiveScratch: Int
  /// In this order: state, gradient, settings, trace, objective's scratch, sheet's scratch.
  private var memory: [Double]
  private(set) var t: Int
  /// Whether the last update has left its derived quantities.
  private var isTraced = false

  init(_ problem: Problem, _ choice: OptimizerChoice, state: [Double], t: Int) {
    self.problem = problem
    self.choice = choice
    self.t = t
    limits = choice.limits
    count = problem.parameters.count
    layers = problem.parameters.layers
    kernel = KernelUpdate(choice, layers: layers)
    width = state.count
    objectiveScratch = problem.objective.scratchCount
    memory = state
    memory += [Double](
      repeating: 0,
      count: count + choice.schedules.count + choice.derived.count * count
        + objectiveScratch + choice.program.scratchCount(count)
    )
    prepare()
  }

  var state: [Double] { Array(memory[0..<width]) }

  /// Copies the state into an array of its length.
  func copyState(to target: inout [Double]) {
    memory.withUnsafeBufferPointer { memory in
      target.withUnsafeMutableBufferPointer { target in
        guard let from = memory.baseAddress, let to = target.baseAddress else { return }
        to.update(from: from, count: min(width, target.count))
      }
    }
  }

  /// The derived quantities of the last update, where it was made for them.
  var trace: [Double]? {
    guard isTraced else { return nil }
    let start = width + count + choice.schedules.count
    return Array(memory[start..<start + choice.derived.count * count])
  }

  /// Makes `steps` updates; `visit` sees each new state and the loss before it, and may stop.
  ///
  /// Where derived quantities are wanted the last of them is the sheet's. Returns why it stopped
  /// before an update: a setting that left its range, or, where `passesLoss` does not let it pass, a
  /// loss that is no finite number.
  @discardableResult
  mutating func run(
    _ steps: Int,
    tracing: Bool,
    passesLoss: (_ t: Int) -> Bool = { _ in true },
    visit: (UnsafePointer<Double>, _ lossBefore: Double, _ t: Int) -> Bool
  ) -> Experiment.Stop? {
    var stop: Experiment.Stop?
    let problem = problem
    let choice = choice
    let kernel = kernel
    let count = count
    let layers = layers
    let limits = limits
    var t = t
    let last = t + steps
    let offsets = offsets
    let constantSettings = !choice.hasSchedule
    let updatesPerEpoch = problem.objective.updatesPerEpoch
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let gradient = base + offsets.gradient
      let settings = base + offsets.settings
      if constantSettings { Self.write(choice.settingValues(t: 1, epoch: 1), to: settings) }
      for _ in 0..<steps {
        t += 1
        let epoch = Double(updatesPerEpoch == 1 ? t : problem.objective.epoch(ofUpdate: t))
        if !constantSettings {
          let values = choice.settingValues(t: t, epoch: epoch)
          if let limit = limits.first(where: { !$0.range.contains(values[$0.place]) }) {
            stop = .setting(choice.schedules[limit.place].name, values[limit.place], t: t)
            t -= 1
            break
          }
          Self.write(values, to: settings)
        }
        let loss = problem.objective.evaluate(
          at: base,
          gradient: gradient,
          update: t,
          scratch: base + offsets.objective
        )
        if !loss.isFinite, !passesLoss(t - 1) {
          t -= 1
          stop = .diverged(t: t)
          break
        }
        problem.noise?.add(to: gradient, count: count, update: t)
        if let kernel, t < last || !tracing {
          kernel.make(base, gradient: gradient, settings: settings, t: t)
        } else {
          choice.program.step(
            base,
            count,
            gradient: gradient,
            settings: settings,
            t: Double(t),
            epoch: epoch,
            scratch: base + offsets.sheet,
            layers: layers,
            trace: base + offsets.trace
          )
        }
        if !visit(UnsafePointer(base), loss, t) { break }
      }
    }
    if t > self.t { isTraced = kernel == nil || (tracing && t == last) }
    self.t = t
    return stop
  }

  private var offsets: (gradient: Int, settings: Int, trace: Int, objective: Int, sheet: Int) {
    let settings = width + count
    let trace = settings + choice.schedules.count
    let objective = trace + choice.derived.count * count
    return (width, settings, trace, objective, objective + objectiveScratch)
  }

  private mutating func prepare() {
    let offsets = offsets
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      problem.objective.prepare(base + offsets.objective)
      choice.program.prepare(base + offsets.sheet, count)
    }
  }

  private static func write(_ values: [Double], to target: UnsafeMutablePointer<Double>) {
    for index in values.indices { target[index] = values[index] }
  }
}
