import Formulas

enum TrainCommand {
  static let command = Command(
    "train",
    usage: "train mlp(SIZES) on DATA [batch N seed N split WORD] with OPTIMIZER",
    summary: "a network on a data set, by mini-batches",
    details: [
      "mlp(64, 32, 10) has 64 inputs, 32 hidden units and 10 outputs; activation= is relu, tanh, "
        + "sigmoid or linear, init= is he, xavier or pytorch. With several outputs they are classes "
        + "and the loss is cross-entropy; one output tells two classes apart or is a number.",
      "batch is the size of a mini-batch, 64 when left out; seed fixes the first weights and the "
        + "order of the rows. Every fifth row is for testing: split mod5; split tail keeps the last "
        + "fifth, split none nothing.",
      "The parameters are series, W1, b1, W2 and so on, with gradients dW1, db1; W1[3] is one "
        + "weight. step 2 epochs makes two passes over the data.",
    ],
    example: """
      train mlp(2, 8, 2, activation=tanh) on moons batch 32 seed 1 with adam(alpha=0.02)
      step 5 epochs
      accuracy
      """,
    forms: Form(
      operands: [.network, .word(.on), .data],
      clauses: [
        Clause(.batch, [.number], "the size of a mini-batch, 64 when left out"),
        Clause(.seed, [.number], "of the first weights and the order of the rows"),
        Clause(.split, [.choice(NetworkReader.Split.words)], "which rows are for testing"),
        Clause(.with, [.optimizer], "the optimizer"),
      ]
    )
  ) { context throws(Diagnostic) in
    let shape = try NetworkReader.shape(&context)
    try context.expect(.on, "a data set")
    let (name, range) = try context.reader.name("a data set such as digits")
    var batchSize = 64
    var seed = context.session.seed
    var split = NetworkReader.Split.mod5
    var choice: OptimizerChoice?
    while let clause = try context.clause() {
      switch clause {
      case .batch: batchSize = try context.count("the size of a batch")
      case .seed: seed = UInt64(try context.count("a seed", atLeast: 0))
      case .split:
        let (word, place) = try context.reader.name("mod5, tail or none")
        split = try NetworkReader.choice(word, at: place)
      default: choice = try OptimizerReader.read(&context)
      }
    }
    guard let table = context.session.data.table(name) else {
      throw .unknownData(name, context.session.data.names, at: range)
    }
    let problem = try NetworkReader.problem(
      shape,
      on: table,
      at: range,
      batchSize: batchSize,
      seed: seed,
      split: split
    )
    context.session.comparison = nil
    context.session.experiment = try Experiment(problem, choice)
    context.answerStatus()
    return nil
  }
}
