import Formulas
import Optimizers

enum TuneCommand {
  /// Where something is done with another problem than the experiment's.
  static let on = Clause(.on, [.namedProblem], "a built-in problem; the experiment's when left out")
  static let seeds = Clause(.seeds, [.number], "how many runs of each, every one drawn anew")

  /// More settings at once make more runs than anybody waits for.
  private static let mostAxes = 3

  static let command = Command(
    "tune",
    usage: "tune OPTIMIZER, ... [on PROBLEM] for N [epochs] [seeds N]",
    summary: "the best alpha of each optimizer, over several seeds",
    details: [
      "Numbers are tried on a grid of the factor root 10, from 0.0001 to 10 and further as long as "
        + "the best lies at its edge, 1e-8 to 1e6 at most; then between the neighbours of the best, "
        + "down to two digits. Settings named in brackets are looked for as well: momentum(beta), "
        + "adam(beta1, beta2); what is given there stays: adam(beta1=0.8).",
      "What counts is the loss after N updates, its median over the seeds; what is no finite number "
        + "is worst. A seed fixes noise, mini-batches and first weights; where nothing is random it "
        + "moves the start by up to a tenth of the plotted window.",
      "good from ... to is the stretch around the best, of what was tried, with a loss of at most "
        + "twice the best or 0.999 of the way down. plot tuning draws the loss over alpha.",
    ],
    example: "tune gd, momentum on bowl for 50 seeds 3\nplot tuning",
    forms: Form(
      operands: [.optimizer],
      isList: true,
      clauses: [on, CompareCommand.runLength, seeds]
    ),
    mayBeName: true
  ) { context throws(Diagnostic) in
    var candidates: [TuneWork.Candidate] = []
    repeat { candidates.append(try candidate(&context)) } while context.reader.take(.comma)
    var problem: Problem?
    var updates: Int?
    var seeds: Int?
    while let clause = try context.clause() {
      switch clause {
      case .on: problem = try context.namedProblem()
      case .for: updates = try context.updates("updates", of: problem)
      default: seeds = try context.seedCount()
      }
    }
    guard let updates else {
      throw .expected("'for' and a number of updates", at: context.reader.range)
    }
    let chosen: Problem
    if let problem { chosen = problem } else { chosen = try context.experiment().problem }
    let first = context.session.seed
    let problems = seeds.map { count in
      (0..<count).map { chosen.seeded(first &+ UInt64($0)) }
    }
    return .tune(
      TuneWork(
        candidates,
        on: problems ?? [chosen],
        updates: updates,
        seeds: seeds,
        seedWords: seeds.map { chosen.wordsOnSeeds(first, $0) }
      )
    )
  }

  /// `momentum`, `momentum(beta)`, `adam(beta1=0.8)`.
  private static func candidate(
    _ context: inout CommandContext
  ) throws(Diagnostic) -> TuneWork.Candidate {
    let (name, arguments, range) = try OptimizerReader.written(&context)
    let known = settings(of: name, context.session)
    var given: [Expression.Argument] = []
    var axes: [TuningAxis] = []
    for argument in arguments {
      guard argument.label == nil, case .name(let word, let place) = argument.value,
        context.session.ownValue(word) == nil, let setting = known.first(where: { $0.is(word) })
      else {
        given.append(argument)
        continue
      }
      let at = place.range ?? range
      guard let axis = setting.axis(at) else {
        throw Diagnostic("'\(word)' cannot be tuned", hint: "give it a value", at: at)
      }
      if !axes.contains(where: { $0.name == axis.name }) { axes.append(axis) }
    }
    let choice = try OptimizerReader.choice(name, given, at: range, context.session)
    if choice.settings?["maximize"] == 1 {
      throw Diagnostic(
        "tune looks for the least loss, and '\(name)' goes uphill",
        hint: "leave maximize out and tune on minus the loss",
        at: range
      )
    }
    let isGiven = given.contains { argument in
      argument.label.map { known.first?.is($0) == true } ?? true
    }
    if let first = known.first, first.is("alpha"), !isGiven, let axis = first.axis(range),
      !axes.contains(where: { $0.name == axis.name })
    {
      axes.insert(axis, at: 0)
    }
    if let alpha = axes.firstIndex(where: { $0.name == "alpha" }) {
      axes.insert(axes.remove(at: alpha), at: 0)
    }
    guard !axes.isEmpty else {
      throw Diagnostic(
        "nothing of \(name) is left to tune",
        hint: "leave alpha out, or name a setting without a value, as in momentum(beta)",
        at: range
      )
    }
    guard axes.count <= mostAxes else {
      throw Diagnostic("more than \(mostAxes) settings at once are too many", at: range)
    }
    return .init(
      choice: choice,
      label: OptimizerReader.label(name, arguments),
      axes: axes
    )
  }

  /// A setting of a built-in rule, or of a learner's own.
  private enum Setting {
    case known(Hyperparameter)
    case own(String)

    func `is`(_ name: String) -> Bool {
      switch self {
      case .known(let setting): setting.isNamed(name)
      case .own(let own): own == name || (own == "alpha" && name == "lr")
      }
    }

    func axis(_ range: SourceRange) -> TuningAxis? {
      switch self {
      case .known(let setting): TuningAxis(setting, at: range)
      case .own(let name): TuningAxis(own: name, at: range)
      }
    }
  }

  private static func settings(of name: String, _ session: Session) -> [Setting] {
    if let rule = session.rules.first(where: { $0.name == name }) {
      let names = rule.settings.map { $0.name }
      return (names.filter { $0 == "alpha" } + names.filter { $0 != "alpha" }).map { .own($0) }
    }
    let entry = RuleCatalog.entries.first { $0.name == name }
    return (entry?.settings ?? []).map { .known($0) }
  }
}

extension CommandContext {
  /// The next words as a problem that has its own start.
  mutating func namedProblem() throws(Diagnostic) -> Problem {
    let range = reader.range
    let formula = try expression(aboveAnd: true)
    guard case .name = formula else {
      throw Diagnostic(
        "a problem is named here",
        hint: "problems lists them; for a formula, minimize it first and leave 'on' out",
        at: range
      )
    }
    return try ProblemReader.problem(formula, range: range, start: nil, noise: nil, session)
  }

  /// A number of updates of another problem than the experiment's; of a formula, whose pass over its
  /// data is one update.
  mutating func updates(_ what: String, of problem: Problem?) throws(Diagnostic) -> Int {
    if problem == nil { return try updates(what) }
    return try count(what)
  }
}
