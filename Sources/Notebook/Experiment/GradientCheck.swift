import Arithmetic

/// The gradient beside difference quotients of the loss: of all parameters of a formula, of a few
/// numbers of each part of a network, over the mini-batch of the next update.
struct GradientCheck {
  private(set) var rows: [[Table.Cell]] = []
  /// Why not every row says yes.
  private(set) var reasons: [String] = []

  private var verdicts: [DifferenceQuotient.Verdict] = []

  var table: Table {
    var table = Table(columns: ["", "gradient", "difference quotient", "agrees"], rows: rows)
    // One that differs decides, then one of which nobody can tell.
    let worst: [DifferenceQuotient.Verdict] = [.no, .unknown, .yes]
    table.agreement = worst.first { verdicts.contains($0) }?.rawValue
    return table
  }

  init(_ experiment: Experiment) {
    let objective = experiment.problem.objective
    let parameters = experiment.problem.parameters
    let update = experiment.t + 1
    let point = experiment.now.point
    let gradient = objective.lossAndGradient(at: point, update: update).gradient
    for index in parameters.prominent(3, gradient) {
      let name = parameters.name(of: index)
      let quotient = DifferenceQuotient(at: point[index]) { value in
        var moved = point
        moved[index] = value
        return objective.lossAndGradient(at: moved, update: update).loss
      }
      let verdict = quotient.verdict(on: gradient[index])
      rows.append([
        .text(name), .number(gradient[index]), .number(quotient.value), .text(verdict.rawValue),
      ])
      verdicts.append(verdict)
      if verdict != .yes { reasons.append(reason(quotient, gradient[index], verdict, name)) }
    }
  }

  private func reason(
    _ quotient: DifferenceQuotient,
    _ gradient: Double,
    _ verdict: DifferenceQuotient.Verdict,
    _ name: String
  ) -> String {
    func text(_ value: Double) -> String { NumberText.significant(value, 2) }
    if !gradient.isFinite || !quotient.value.isFinite {
      return
        "\(name): the loss or its slope is not finite here, so that there is nothing to compare"
    }
    if verdict == .unknown {
      return quotient.isRounding
        ? "\(name): the loss is rounded so coarsely here that its quotient is only known to within "
          + text(quotient.uncertainty)
        : "\(name): the quotient does not settle as the step shrinks; the loss jumps here, or bends "
          + "too sharply"
    }
    if quotient.isCorner {
      return
        "\(name): the loss has a corner here, with slope \(text(quotient.left)) on the left and "
        + "\(text(quotient.right)) on the right"
    }
    let difference = abs(quotient.value - gradient) / max(abs(quotient.value), abs(gradient))
    return
      "\(name): they differ by \(text(difference)) of their size; look at the formula near this "
      + "point"
  }
}
