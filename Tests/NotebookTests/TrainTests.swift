import Formulas
import Data
import Notebook
import Optimizers
import Testing

/// Statements in a session that has the generated data.
private struct Notebook {
  var session = Session(
    data: DataStore(names: ["moons", "spirals"]) { GeneratedData(rawValue: $0)?.table() }
  )

  init(_ source: String) {
    run(source)
  }

  @discardableResult
  mutating func run(_ source: String) -> CellResult {
    let result = session.run(cell: source)
    #expect(result.diagnostic == nil, "\(source)")
    return result
  }

  /// The value of an expression, to all its digits.
  mutating func value(_ expression: String) -> String {
    let result = run(expression)
    guard case .value(let value)? = result.statements.last?.outputs.first else { return "" }
    return value.text(precision: 17, width: 100_000)
  }
}

private let moons = """
  train mlp(2, 8, 2, activation=tanh) on moons batch 32 seed 1 with adam(alpha=0.02)
  """

@Test("going back and forth through a training gives the same bits")
func trainingReplays() {
  var notebook = Notebook(moons)
  notebook.run("step 25")
  let there = notebook.value("W1")
  let remembered = notebook.value("s.W2")
  let derived = notebook.value("v_hat.b1")
  notebook.run("step 30\ngoto 3\ngoto 25")
  #expect(notebook.value("W1") == there)
  #expect(notebook.value("s.W2") == remembered)
  #expect(notebook.value("v_hat.b1") == derived)
  notebook.run("step 4\nback 4")
  #expect(notebook.value("W1") == there)
  #expect(notebook.value("v_hat.b1") == derived)
}

@Test(
  "steps may be made one by one or together",
  arguments: ["step 20", "step 2 epochs", "until t == 20", "goto 2 epochs", "step 7\nstep 13"]
)
func trainingInParts(_ way: String) {
  var notebook = Notebook(moons)
  for _ in 0..<20 { notebook.run("step") }
  var other = Notebook(moons)
  other.run(way)
  #expect(other.value("W2") == notebook.value("W2"))
  #expect(other.value("epoch") == "2")
}

@Test("a rule of one's own trains a network with the same bits as the built-in one")
func ownRuleTrains() {
  var notebook = Notebook(moons)
  notebook.run("step 40")
  var own = Notebook(
    """
    rule mine(alpha=0.001, beta1=0.9, beta2=0.999, eps=1e-8) {
      v = beta1*v + (1 - beta1)*g
      s = beta2*s + (1 - beta2)*g^2
      v_hat = v / (1 - beta1^t)
      s_hat = s / (1 - beta2^t)
      w = w - alpha * v_hat / (sqrt(s_hat) + eps)
    }
    """
  )
  own.run("train mlp(2, 8, 2, activation=tanh) on moons batch 32 seed 1 with mine(alpha=0.02)")
  own.run("step 40")
  #expect(own.value("W1") == notebook.value("W1"))
  #expect(own.value("b2") == notebook.value("b2"))
}

@Test("an update of a network is what the gradient and the setting say")
func updateFollowsGradient() {
  var notebook = Notebook(
    "train mlp(2, 8, 2) on moons batch 32 with gd(alpha = 0.1 / epoch)\nstep 10\nold = W1 - dW1*0.05"
  )
  notebook.run("step")
  #expect(notebook.value("W1") == notebook.value("old"))
  #expect(notebook.value("alpha") == "0.05")
}

@Test(
  "training learns the data",
  arguments: [
    ("train mlp(2, 8, 2, activation=tanh) on moons batch 32 with adam(0.1)", "20"),
    ("train mlp(2, 12, 1) on moons batch 16 seed 4 with adam(0.02)", "20"),
    ("train mlp(2, 16, 16, 1) on spirals batch 32 with adam(0.02)", "50"),
  ]
)
func trainingLearns(_ setting: String, _ epochs: String) {
  var notebook = Notebook(setting)
  notebook.run("before = loss\nstep \(epochs) epochs")
  #expect(notebook.value("loss < before / 2") == "true")
  #expect(notebook.value("accuracy > 0.9 and train_accuracy > 0.9") == "true")
}

@Test("a number that is asked for costs steps nothing, and steps count by their work")
func workIsCounted() {
  var notebook = Notebook(moons)
  notebook.session.host.updateLimit = 100
  let result = notebook.run("step 1000")
  let texts = result.text(TextLayout())
  #expect(texts.contains("the most one statement may make here"))
  #expect(notebook.value("t < 100 and t > 0") == "true")
}

@Test("a sweep leaves the experiment as it was, and each of its runs is a training of its own")
func sweepsTrain() throws {
  var notebook = Notebook(moons)
  notebook.run("step 5")
  let there = notebook.value("W1")
  let result = notebook.run("sweep alpha over [0.01, 0.1] for 2 epochs")
  #expect(notebook.value("W1") == there)
  guard case .table(let table)? = result.statements.last?.outputs.first else {
    Issue.record("a sweep answers with a table")
    return
  }
  notebook.run("use adam(alpha=0.1)\nstep 2 epochs")
  #expect(table.columns == ["alpha", "loss", "train_accuracy", "test_loss", "accuracy"])
  guard case .number(let loss) = try #require(table.rows.last)[1] else {
    Issue.record("a loss is a number")
    return
  }
  #expect(notebook.value("loss") == Value.number(loss).text(precision: 17, width: 80))
}

/// Rules with settings that the library's kernels take, and such that only a sheet can.
private let wideRules =
  RuleCatalog.entries.map { "\($0.name)(0.01)" } + [
    "adam(alpha = 0.02 / epoch)", "adam(0.01, beta1 = 1 - 0.1/t)", "adamw(0.01/t, dialect=pytorch)",
    "momentum(0.01, dialect=pytorch, nesterov=true)", "adam(0.01, bug=no_correction)",
    "rmsprop(0.01, centered=true)", "nadam(0.01/t)", "mine(0.05)", "adam(0.01, clip=0.05)",
    "lamb(0.01, clip=0.05, cautious=true)", "gd(0.001, maximize=true)", "scaled(0.05)",
  ]

@Test("many updates together are those made one by one by the sheet", arguments: wideRules)
func kernelsAreSheets(rule: String) {
  let start = """
    rule mine(alpha=0.1) { v = 0.9*v + g; w = w - alpha*v }
    rule scaled(alpha=0.1) {
      n = norm(g); m = 0.9*m + 0.1*n; size = norm(w, layer); w = w - alpha*size*g/m
    }
    train mlp(2, 17, 2) on moons batch 50 seed 3 with \(rule)
    """
  let looks = ["W1", "b2", "loss", "sum(abs(dW1))"]
  var together = Notebook(start)
  together.run("step 24")
  var single = Notebook(start)
  for _ in 0..<24 { single.run("step") }
  let slots = single.run("show").text().contains("s.W1") ? ["s.W1"] : []
  let wanted = (looks + slots).map { single.value($0) }
  #expect((looks + slots).map { together.value($0) } == wanted)
  #expect(together.run("explain W1[1]").text() == single.run("explain W1[1]").text())
  together.run("step 40\nback 33\ngoto 3\ngoto 30\nback 6")
  #expect((looks + slots).map { together.value($0) } == wanted)
  together.run("back 10; set alpha=0.003; step 18; back 18")
  single.run("goto 14; set alpha=0.003")
  for _ in 0..<7 { single.run("step") }
  together.run("step 7")
  #expect(looks.map { together.value($0) } == looks.map { single.value($0) })
}
