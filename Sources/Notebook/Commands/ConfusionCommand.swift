import Arithmetic
import Formulas
import Networks

enum ConfusionCommand {
  static let command = Command(
    "confusion",
    .question,
    usage: "confusion [test | train]",
    summary: "which classes the network takes for which",
    details: [
      "A row for each class, a column for each answer: what stands off the diagonal is wrong. The rows "
        + "kept for testing are counted, those trained on after confusion train or where none are kept."
    ],
    example: """
      train mlp(2, 8, 2, activation=tanh) on moons batch 32 seed 1 with adam(alpha=0.02)
      step 5 epochs
      confusion
      """,
    forms: Form(operands: [.choice(["test", "train"])], isOptional: true)
  ) { context throws(Diagnostic) in
    let network = try context.network()
    guard network.isClassification else { throw .noClasses(network.data.name) }
    var isTest = network.data.test != nil
    if !context.reader.isAtEnd {
      let (word, range) = try context.reader.name("test or train")
      guard word == "test" || word == "train" else {
        throw .unknownWord(word, ["test", "train"], at: range)
      }
      if word == "test", !isTest { throw .nothingKept(at: range) }
      isTest = word == "test"
    }
    try context.end()
    let examples = network.examples(ofTest: isTest)
    let said = network.answers(to: examples.flatMap { $0.inputs }).map(NetworkView.choice)
    let count = network.training.network.loss == .logistic ? 2 : network.training.shape.outputCount
    var table = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for (example, answer) in zip(examples, said) { table[Int(example.wanted)][answer] += 1 }
    let names = (0..<count).map(network.name)
    let part = isTest ? "kept for testing" : "trained on"
    context.answer("\(examples.count) rows \(part); down: what they are, across: what is said")
    let rows = table.enumerated().map { index, counts in
      [Table.Cell.text(names[index])] + counts.map { .number(Double($0)) }
    }
    context.answer(.table(Table(columns: [""] + names, rows: rows)))
    context.answer(ConfusionCommand.words(table, names))
    return nil
  }

  /// How many are right, and the most frequent mistake.
  private static func words(_ table: [[Int]], _ names: [String]) -> String {
    var (right, total, worst) = (0, 0, (0, 0))
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() {
        total += count
        if row == column {
          right += count
        } else if worst.0 == worst.1 || count > table[worst.0][worst.1] {
          worst = (row, column)
        }
      }
    }
    let share = NumberText.significant(Double(right) / Double(max(total, 1)), 4)
    let text = "\(right) of \(total) right: \(share)"
    let most = worst.0 == worst.1 ? 0 : table[worst.0][worst.1]
    if most == 0 { return text }
    let times = most == 1 ? "once" : "\(most) times"
    return text + "; most often \(names[worst.0]) is taken for \(names[worst.1]), \(times)"
  }
}

extension Diagnostic {
  fileprivate static func nothingKept(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no rows are kept for testing",
      hint: "confusion train counts those that are trained on",
      at: range
    )
  }
}
