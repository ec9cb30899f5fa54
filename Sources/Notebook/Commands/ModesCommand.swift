import Formulas

enum ModesCommand {
  static let command = Command(
    "modes",
    .question,
    usage: "modes [OPTIMIZER, ...]",
    summary: "how the loss curves here, and what an update makes of each direction",
    details: [
      "The directions are those along which the loss curves without a twist: the eigenvectors of its "
        + "second derivatives at the current point, the sharpest first. A curvature below 0 is a way "
        + "down from a ridge.",
      "The number below an optimizer is the factor by which its next update changes the slope along "
        + "the direction, were the loss exactly as curved as it is here: 0 is there at once, between 0 "
        + "and 1 comes nearer, below 0 goes past the floor, and beyond -1 or 1 it grows. The "
        + "optimizer in use goes on from what it remembers, others begin at the point.",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2)\nmodes gd(0.05), gd(0.11)",
    forms: Form(operands: [.optimizer], isList: true, isOptional: true),
    mayBeName: true
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    var listed: [OptimizerChoice] = []
    if !context.reader.isAtEnd {
      repeat { listed.append(try OptimizerReader.read(&context)) } while context.reader.take(.comma)
      try context.end()
    }
    let curvature = try Curvature(experiment.problem, at: experiment.point)
    let modes = curvature.modes
    guard !modes.isEmpty else { throw .noCurvature }
    let updates = try NextUpdate.all(listed, context.session)
    let slopes = experiment.problem.objective.lossAndGradient(
      at: experiment.point,
      update: experiment.t + 1
    ).gradient
    let rows = modes.map { mode -> [Table.Cell] in
      [.number(mode.curvature)] + mode.direction.map { .number($0) }
        + updates.map { $0.factor(mode, slopes).map { .number($0) } ?? .missing }
    }
    let names = experiment.problem.parameters.names
    context.answer(
      .table(Table(columns: ["curvature"] + names + updates.map { $0.label }, rows: rows))
    )
    return nil
  }
}

extension NextUpdate {
  /// By which factor the slope along a direction changes where the loss is a parabola; nil where there
  /// is no slope.
  fileprivate func factor(_ mode: Curvature.Mode, _ slopes: [Double]) -> Double? {
    var slope = 0.0
    var step = 0.0
    var size = 0.0
    for index in slopes.indices {
      slope += mode.direction[index] * slopes[index]
      step += mode.direction[index] * (to[index] - from[index])
      size = max(size, abs(slopes[index]))
    }
    return abs(slope) > 1e-12 * size ? 1 + mode.curvature * step / slope : nil
  }
}
