import Arithmetic
import Formulas
import Networks

enum PredictCommand {
  static let command = Command(
    "predict",
    .question,
    usage: "predict ROW | predict (INPUTS)",
    summary: "what the network says of an example",
    details: [
      "A row is one of the data set that the network is trained on, counted from 1; inputs in "
        + "brackets are in the data's own units. For classes the table shows how much the network "
        + "believes in each, from 0 to 1, together 1."
    ],
    example: """
      train mlp(2, 8, 2, activation=tanh) on moons batch 32 seed 1 with adam(alpha=0.02)
      step 5 epochs
      predict 5
      predict (0.5, 0.25)
      """,
    forms: Form(operands: [.number])
  ) { context throws(Diagnostic) in
    let network = try context.network()
    let range = context.reader.range
    if let inputs = try PredictCommand.inputs(&context) {
      let wanted = network.training.shape.inputCount
      guard inputs.count == wanted else { throw .inputCount(inputs.count, wanted, at: range) }
      try context.end()
      let scaled = inputs.map { $0 * network.data.inputScale }
      PredictCommand.answer(network, scaled, "", &context)
      return nil
    }
    let row = try context.count("a row")
    try context.end()
    guard let example = network.example(row: row) else {
      throw .noRow(row, network.rowCount, of: network.data.name, at: range)
    }
    let part = example.isTest ? "kept for testing" : "trained on"
    let name =
      network.isClassification
      ? network.name(Int(example.wanted))
      : NumberText.shown(example.wanted, context.session.precision)
    let head = "row \(row) of \(network.data.name), \(part), is \(name): "
    PredictCommand.answer(network, example.inputs, head, &context)
    return nil
  }

  /// Numbers in brackets; nil where a row is named, as in `predict (1 + 2)`.
  private static func inputs(_ context: inout CommandContext) throws(Diagnostic) -> [Double]? {
    let start = context.reader.index
    guard context.reader.take(.open) else { return nil }
    var parser = ExpressionParser()
    var inputs: [Double] = []
    for argument in try parser.arguments(&context.reader, closing: .close) {
      inputs.append(try context.session.number(argument.value))
    }
    if inputs.count == 1 {
      context.reader.index = start
      return nil
    }
    return inputs
  }

  private static func answer(
    _ network: NetworkView,
    _ inputs: [Double],
    _ head: String,
    _ context: inout CommandContext
  ) {
    guard let said = network.answers(to: inputs).first else { return }
    guard network.isClassification else {
      let number = NumberText.shown(said[0], context.session.precision)
      context.answer("\(head)the network says \(number)")
      return
    }
    let best = NetworkView.choice(said)
    let belief = NumberText.significant(said[best], 3)
    context.answer("\(head)the network says \(network.name(best)) (\(belief))")
    let rows = said.indices.map { index in
      [Table.Cell.text(network.name(index)), .number(said[index])]
    }
    context.answer(.table(Table(columns: ["class", "belief"], rows: rows)))
  }
}
