import Arithmetic
import Formulas

/// The update that a rule would make now, without noise.
struct NextUpdate: Sendable {
  var label: String
  var from: [Double]
  var to: [Double]

  /// The optimizer in use goes on from what it remembers; any other begins here.
  init(_ choice: OptimizerChoice, of experiment: Experiment, goesOn: Bool) {
    var problem = experiment.problem
    problem.noise = nil
    label = choice.label
    from = experiment.point
    let state = goesOn ? experiment.timeline.state : choice.program.initialState(from)
    var engine = Engine(problem, choice, state: state, t: goesOn ? experiment.t : 0)
    engine.run(1, tracing: false) { _, _, _ in true }
    to = Array(engine.state[0..<from.count])
  }

  /// Those of the optimizers listed; else of the ones just compared, or of the one in use.
  static func all(_ listed: [OptimizerChoice], _ session: Session) throws(Diagnostic)
    -> [NextUpdate]
  {
    guard let experiment = session.experiment else { throw .noExperiment }
    let compared = (session.comparison?.runs ?? []).compactMap { run -> OptimizerChoice? in
      var choice = run.experiment.choice
      choice?.label = run.label
      return choice
    }
    let others = listed.isEmpty ? compared : listed
    if !others.isEmpty { return others.map { .init($0, of: experiment, goesOn: false) } }
    return experiment.choice.map { [.init($0, of: experiment, goesOn: true)] } ?? []
  }
}
