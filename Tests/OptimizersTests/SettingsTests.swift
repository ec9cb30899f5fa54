import Optimizers
import Testing

@Suite struct SettingsTests {
  @Test("values stand by position, by name, and by other names")
  func readings() throws {
    let settings = try RuleSettings(
      .adam,
      arguments: [
        .init(.number(0.1)), .init(.number(0.8)), .number("b2", 0.99), .number("epsilon", 1e-7),
      ]
    )
    #expect(settings["alpha"] == 0.1)
    #expect(settings["lr"] == 0.1)
    #expect(settings["beta1"] == 0.8)
    #expect(settings["beta2"] == 0.99)
    #expect(settings["eps"] == 1e-7)
    #expect(settings["corrected"] == 1)
    #expect(settings["nothing"] == nil)
  }

  @Test("what is left out has the dialect's default")
  func dialectDefaults() throws {
    #expect(try RuleSettings(.rmsprop, dialect: .pytorch)["beta"] == 0.99)
    #expect(try RuleSettings(.rmsprop)["beta"] == 0.9)
    #expect(try RuleSettings(.adagrad, dialect: .optax)["initial_accumulator"] == 0.1)
    #expect(try RuleSettings(.adam, dialect: .keras)["eps"] == 1e-7)
    #expect(try RuleSettings(.momentum)["dampening"] == nil)
    #expect(try RuleSettings(.momentum, dialect: .pytorch)["dampening"] == 0)
    #expect(try RuleSettings(.adam).dialect == .lecture)
    #expect(try RuleSettings(.lion).dialect == .paper)
    #expect(try RuleSettings(.yogi).dialect == .optax)
  }

  static let mistakes: [(OptimizerRule, [SettingArgument], String)] = [
    (.adam, [.number("bet1", 0.9)], "adam has no setting 'bet1'"),
    (.adam, [.number("alpha", 0)], "alpha must be above 0, not 0"),
    (.adam, [.number("beta2", 1)], "beta2 must be at least 0 and below 1, not 1"),
    (.adam, [.number("eps", .nan)], "eps must be at least 0, not nan"),
    (.adam, [.word("dialect", "torch")], "unknown dialect 'torch'"),
    (.adam, [.word("bug", "frozen")], "unknown bug 'frozen'"),
    (.gd, [.word("bug", "frozen_t")], "unknown bug 'frozen_t'"),
    (.lion, [.word("dialect", "pytorch")], "PyTorch has no lion"),
    (.yogi, [.word("dialect", "paper")], "yogi has no dialect 'paper'"),
    (.radam, [.word("dialect", "keras")], "Keras has no radam"),
    (.adam, [.number("alpha", 0.1), .number("lr", 0.1)], "alpha is given twice"),
    (.gd, [.init(.number(0.1)), .number("alpha", 0.1)], "alpha is given twice"),
    (
      .gd, [.number("alpha", 0.1), .init(.number(0.1))],
      "gd has a value without a name after one with a name"
    ),
    (
      .gd, [.init(.number(1)), .init(.number(1)), .init(.number(1))],
      "gd takes at most 2 values by position, not 3"
    ),
    (.momentum, [.init(.word("fast"), name: "alpha")], "alpha must be a number"),
    (.momentum, [.init(.boolean(true), name: "alpha")], "alpha must be a number"),
    (.momentum, [.number("nesterov", 2)], "nesterov must be true or false"),
    (.momentum, [.word("nesterov", "yes")], "nesterov must be true or false"),
    (.momentum, [.number("dialect", 1)], "dialect must be one of its words"),
    (
      .momentum, [.number("dampening", 0.5), .word("dialect", "keras")],
      "momentum has no 'dampening' in dialect 'keras'"
    ),
    (
      .momentum, [.word("bug", "undamped"), .word("dialect", "pytorch")],
      "momentum has no 'bug=undamped' in dialect 'pytorch'"
    ),
  ]

  @Test("a mistake is told in words", arguments: mistakes)
  func messages(_ rule: OptimizerRule, _ arguments: [SettingArgument], _ message: String) {
    let error = #expect(throws: HyperparameterError.self) {
      try RuleSettings(rule, arguments: arguments)
    }
    #expect(error?.message == message)
  }

  @Test("a wrong name comes with the right ones")
  func alternatives() {
    let rule = #expect(throws: HyperparameterError.self) { try RuleCatalog.entry(named: "adm") }
    #expect(rule?.message == "unknown optimizer 'adm'")
    #expect(rule?.alternatives == RuleCatalog.names)
    let setting = #expect(throws: HyperparameterError.self) {
      try RuleSettings(.gd, ["beta": 0.9])
    }
    let known = ["alpha", "weight_decay", "clip", "maximize", "cautious", "dialect"]
    #expect(setting?.alternatives == known)
  }

  @Test("rounding to Float must not leave the range")
  func roundingIsChecked() throws {
    let settings = try RuleSettings(.adam, ["beta2": 0.999999999999])
    _ = try Optimizer<Double>(settings)
    #expect(throws: HyperparameterError.self) { try Optimizer<Float>(settings) }
  }

  @Test("every bug tells what it is and where it was seen", arguments: FamousBug.allCases)
  func bugs(_ bug: FamousBug) {
    #expect(!bug.summary.isEmpty && bug.seen.contains(where: { $0 == "#" || $0 == "." }))
    #expect(RuleCatalog.entries.contains { $0.bugs.contains(bug) })
  }

  @Test("a bug changes the run, whatever the dialect", arguments: RuleCatalog.entries)
  func bugsMatter(_ rule: OptimizerRule) throws {
    let entry = rule
    for dialect in entry.dialects {
      for bug in entry.bugs {
        guard let wrong = try? RuleSettings(rule, dialect: dialect, bug: bug) else { continue }
        // The paper's AMSGrad corrects nothing, so its correction cannot be wrong.
        if wrong["corrected"] == 0, [.frozenT, .noCorrection, .correctionOffByOne].contains(bug) {
          continue
        }
        let right = try RuleSettings(rule, dialect: dialect)
        #expect(try third(wrong) != third(right), "\(dialect) \(bug)")
      }
    }
  }

  private func third(_ settings: RuleSettings) throws -> [Double] {
    let kernel = try Optimizer<Double>(settings)
    var state = kernel.state(count: 1)
    var w = [1.0]
    for gradient in [2.0, -0.5, 1] { try kernel.step(&w, gradient: [gradient], state: &state) }
    return w
  }

  @Test("a rule made in code reads every setting it is given")
  func codeSettings() throws {
    let rule = try Optimizer<Double>(
      .rmsprop,
      dialect: .pytorch,
      bug: .epsilonMisplaced,
      ["alpha": 0.2, "beta": 0.5, "eps": 0.1, "centered": 1, "momentum": 0.3, "weight_decay": 0.4]
    )
    #expect(rule.settings?.named.map(\.value) == [0.2, 0.5, 0.1, 1, 0.3, 0.4])
    #expect(rule.settings?.bug == .epsilonMisplaced)
    let momentum = try Optimizer<Double>(
      .momentum,
      ["dampening": 0.25, "nesterov": 1, "corrected": 1]
    )
    #expect(momentum.settings?.named.map(\.value) == [0.01, 0.9, 0.25, 1, 1, 0])
    let adaGrad = try Optimizer<Double>(.adagrad, ["initial_accumulator": 0.5, "alpha_decay": 0.1])
    #expect(adaGrad.settings?.named.map(\.value) == [0.01, 1e-8, 0.5, 0.1, 0])
    #expect(adaGrad.state(count: 2)["s"] == [0.5, 0.5])
    #expect(
      try Optimizer<Double>(.nadam, ["momentum_decay": 0.5]).settings?["momentum_decay"] == 0.5
    )
    #expect(throws: HyperparameterError.self) { try Optimizer<Double>(.adam, ["beta1": 1]) }
    #expect(throws: HyperparameterError.self) {
      try Optimizer<Double>(.nadam, dialect: .optax, ["momentum_decay": 1])
    }
  }
}
