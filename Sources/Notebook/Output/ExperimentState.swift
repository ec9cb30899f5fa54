/// Where an experiment is, as programs read it beside the line that people do.
package struct ExperimentState: Equatable, Sendable {
  package struct Number: Equatable, Sendable {
    package var name: String
    package var value: Double
  }

  package var t: Int
  /// The loss, and what else is told of a network.
  package var measures: [Number]
  /// The parameters that are numbers by themselves; of a network none.
  package var parameters: [Number]

  init(_ experiment: Experiment) {
    let problem = experiment.problem
    let point = experiment.point
    t = experiment.t
    measures = problem.objective.headline.map { measure in
      Number(name: measure.rawValue, value: problem.objective.value(of: measure, at: point))
    }
    parameters = problem.parameters.parts.filter { $0.isNumber }.map { part in
      Number(name: part.name, value: point[part.range.lowerBound])
    }
  }
}
