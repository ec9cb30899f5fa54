package import Formulas

/// Everything a notebook holds: names, definitions, rules, the experiment and its past.
///
/// A session is a value. Every statement works on a copy; an error leaves the session as it was, and
/// undo is the previous value.
package struct Session: Sendable {
  package internal(set) var variables: NamedValues = NamedValues()
  /// The learner's own functions.
  package var definitions: [Definition] { functions.entries.map { $0.value } }
  var functions = Named<Definition>()
  package internal(set) var rules: [RuleSheet] = []
  var experiment: Experiment? {
    // Once the experiment moves on, `plot` shows it and no longer the runs compared.
    didSet { comparison = nil }
  }
  /// The runs of the last `compare`, which `plot` straight after it lays over each other.
  var comparison: Comparison?
  /// What the last `tune` found, for `plot tuning`.
  var tuning: Tuning?
  /// What the last `show` showed.
  var shown: Shown?
  package var data: DataStore
  package var host: Host
  /// Significant digits shown.
  package var precision = 6
  /// The seed of everything random that names none.
  package let seed: UInt64
  /// The statements that were run, for `history` and for saving.
  package var statements: [String] { Array(log) }
  var log = SharedList<String>()

  package init(
    data: DataStore = DataStore(),
    host: Host = Host(),
    start: SessionStart = SessionStart()
  ) {
    self.data = data
    self.host = host
    seed = start.seed ?? SessionStart.standardSeed
    if let precision = start.precision { self.precision = precision }
  }

  /// Runs a cell to its end or its first error; that statement leaves the session as it was.
  package mutating func run(
    cell source: String,
    keepGoing: Bool = false,
    judging answer: LearnerAnswer? = nil,
    each: (StatementResult) -> Void = { _ in }
  ) -> CellResult {
    var run = CellRun(source, keepGoing: keepGoing, judging: answer)
    advance(&run, each: each)
    return run.result
  }

  /// Runs what a cell has to its end; `each` hears of every statement as soon as it is done.
  package mutating func advance(_ run: inout CellRun, each: (StatementResult) -> Void) {
    while !run.advance(&self, budget: CellRun.slice, each: each) {
      host.progress(run.progress)
      if host.isInterrupted() { run.stop(&self, each: each) }
    }
  }

  /// Whether the text is whole: an open bracket or brace asks for another line.
  package static func isComplete(_ source: String) -> Bool {
    var brackets = OpenBrackets()
    brackets.read(source.utf8)
    return brackets.areClosed
  }
}
