import Foundation
import Optimizers
import Testing

/// The examples of the documentation, line by line, with what they promise.
@Suite struct ExampleTests {
  @Test("gradient descent")
  func gradientDescent() throws {
    let rule = try Optimizer<Double>(.gd, ["alpha": 0.1])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [2], state: &state)
    #expect(w == [0.8])
  }

  @Test("momentum")
  func momentum() throws {
    let rule = try Optimizer<Double>(.momentum, ["alpha": 0.1, "beta": 0.5])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [2], state: &state)
    #expect(w == [0.9])
  }

  @Test("AdaGrad")
  func adaGrad() throws {
    let rule = try Optimizer<Double>(.adagrad, ["alpha": 0.5, "eps": 0])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [4], state: &state)
    #expect(w == [0.5])
  }

  @Test("RMSProp")
  func rmsProp() throws {
    let rule = try Optimizer<Double>(.rmsprop, ["alpha": 0.1, "beta": 0.75, "eps": 0])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [2], state: &state)
    #expect(w == [0.8])
  }

  @Test("AdaDelta")
  func adaDelta() throws {
    let rule = try Optimizer<Double>(.adadelta, ["beta": 0, "eps": 1])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [0.75], state: &state)
    #expect(abs(w[0] - 0.4) < 1e-15)
  }

  @Test("Adam")
  func adam() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var w = [1.0]
    var state = adam.state(count: 1)
    try adam.step(&w, gradient: [2], state: &state)
    #expect(abs(w[0] - 0.9) < 1e-8)
  }

  @Test("the first page")
  func firstPage() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var w = [-5.0, 2.0]
    var state = adam.state(count: w.count)
    for _ in 1...200 {
      let gradient = [2 * w[0], 20 * w[1]]  // of x^2 + 10y^2
      try adam.step(&w, gradient: gradient, state: &state)
    }
    #expect(abs(w[0]) < 0.1 && abs(w[1]) < 0.1)
  }

  @Test("the state of Adam")
  func adamState() throws {
    let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
    var x = [-5.0, 2.0]
    var state = adam.state(count: 2)
    try adam.step(&x, gradient: [-10, 40], state: &state)
    #expect(state.t == 1)
    let v = try #require(state["v"])
    #expect(abs(v[0] + 1) < 1e-15 && abs(v[1] - 4) < 1e-15)
  }

  @Test("NAdam")
  func nAdam() throws {
    let rule = try Optimizer<Double>(.nadam, ["alpha": 0.1])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [2], state: &state)
    #expect(abs(w[0] - 0.894) < 0.001)
  }

  @Test("AdaMax")
  func adaMax() throws {
    let rule = try Optimizer<Double>(.adamax, ["alpha": 0.125, "eps": 0])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [2], state: &state)
    #expect(w == [0.875])
  }

  @Test("RAdam")
  func rAdam() throws {
    let rule = try Optimizer<Double>(.radam, ["alpha": 0.25])
    var w = [1.0]
    var state = rule.state(count: 1)
    try rule.step(&w, gradient: [2], state: &state)
    #expect(w == [0.5])
  }

  @Test("Lion")
  func lion() throws {
    let rule = try Optimizer<Double>(.lion, ["alpha": 0.25])
    var w = [1.0, 1.0]
    var state = rule.state(count: 2)
    try rule.step(&w, gradient: [2, -1e-9], state: &state)
    #expect(w == [0.75, 1.25])
  }

  @Test("a weighted average")
  func weightedAverage() throws {
    var average = try WeightedAverage<Double>(beta: 0.5)
    #expect(average.add(10) == 5)
    #expect(average.add(20) == 12.5)
    #expect(average.corrected == 16.666666666666668)
  }

  @Test("a rule of one's own")
  func ownRule() throws {
    struct Heavy: Rule {
      var beta = Setting("beta", 0.9)
      var settings: [Setting] { [beta] }  // to be shown and saved

      func write<U: Update>(_ on: inout U) {
        let (alpha, beta) = (on.alpha, on[beta])  // once an update
        let v = on.slot("v")
        on.each { x in  // for each parameter
          let v = x.keep(v, beta * x[v] + x.g)
          x.step(x.w, less: alpha * v)
        }
      }
    }

    let heavy = Optimizer<Float>(Heavy(), alpha: 0.25)
    let torch = try Optimizer<Float>(.momentum, dialect: .pytorch, ["alpha": 0.25])
    var (w, other) = ([Float](repeating: 1, count: 11), [Float](repeating: 1, count: 11))
    var (state, otherState) = (heavy.state(count: 11), torch.state(count: 11))
    for t in 1...5 {
      let g = (0..<11).map { Float($0 - t) }
      try heavy.step(&w, gradient: g, state: &state)
      try torch.step(&other, gradient: g, state: &otherState)
    }
    #expect(w == other && state["v"] == otherState["v"])
  }

  @Test("a kernel chosen at run time")
  func kernel() throws {
    let settings = try RuleSettings(.momentum, dialect: .pytorch, ["alpha": 0.25])
    let kernel = try Optimizer<Float>(settings)
    var w: [Float] = [1, 2]
    var state = kernel.state(count: 2)
    try kernel.step(&w, gradient: [1, 1], state: &state)
    #expect(w == [0.75, 1.75])
  }

  @Test("settings of a dialect")
  func settings() throws {
    let settings = try RuleSettings(.adam, dialect: .keras, ["beta2": 0.99])
    #expect(settings["eps"] == 1e-7)
  }

  @Test("every line of code in the documentation stands in a test here")
  func documentationIsTested() throws {
    let here = URL(filePath: #filePath)
    let folder = here.deletingLastPathComponent().deletingLastPathComponent()
    let tests =
      try lines(here) + lines(here.deletingLastPathComponent().appending(path: trainingExamples))
      + lines(folder.appending(path: teamTests))
    let sources = folder.deletingLastPathComponent().appending(path: "Sources")
    let names =
      ["../README.md"] + (FileManager.default.enumerator(atPath: sources.path)?.allObjects ?? [])
    var count = 0
    for case let name as String in names
    where name.hasPrefix("Optimizer") || name.hasSuffix("README.md") {
      let isPage = name.hasSuffix(".md")
      guard isPage || name.hasSuffix(".swift") else { continue }
      var isCode = false
      for line in try lines(sources.appending(path: name)) where isPage || line.hasPrefix("///") {
        let text = isPage ? line : line.dropFirst(3).trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("```") {
          isCode = text == "```swift"
        } else if isCode {
          let code = text.components(separatedBy: "//")[0].trimmingCharacters(in: .whitespaces)
          if code.isEmpty { continue }
          #expect(tests.contains { $0.contains(code) }, "\(name): \(code)")
          count += 1
        }
      }
    }
    #expect(count > 80)
  }

  private let trainingExamples = "TrainingExampleTests.swift"
  private let teamTests = "OptimizerThreadsTests/WorkerTeamTests.swift"

  private func lines(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
