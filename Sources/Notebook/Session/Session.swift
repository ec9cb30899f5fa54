package import Formulas

/// Everything a notebook holds: names, definitions, rules, the experiment and its past.
///
/// A session is a value. Every statement works on a copy; an error leaves the session as it was, and
/// undo is the previous value.
package struct Session: Sendable {
  package internal(set) var variables: NamedValues = NamedValues()
  package internal(set) var definitions: [Definition] = []
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
  package var statements: [String] { log.all }
  var log = StatementLog()

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
    judging answer: LearnerAnswer? = nil
  ) -> CellResult {
    var run = CellRun(source, keepGoing: keepGoing, judging: answer)
    while !run.advance(&self, budget: CellRun.slice) {
      host.progress(run.progress)
      if host.isInterrupted() { run.stop(&self) }
    }
    return run.result
  }

  /// Whether the text is whole: an open bracket or brace asks for another line.
  package static func isComplete(_ source: String) -> Bool {
    var depth = 0
    var isText = false
    var isComment = false
    for byte in source.utf8 {
      switch byte {
      case 0x0A:
        isText = false
        isComment = false
      case _ where isComment: break
      case 0x22: isText.toggle()
      case _ where isText: break
      case 0x23: isComment = true
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      default: break
      }
    }
    return depth <= 0
  }
}

/// Values by name, in the order of their first assignment.
package struct NamedValues: Sendable, Equatable {
  package private(set) var entries: [(name: String, value: Value)] = []

  package subscript(_ name: String) -> Value? {
    get {
      for entry in entries where entry.name == name { return entry.value }
      return nil
    }
    set {
      let position = entries.firstIndex { $0.name == name }
      switch (position, newValue) {
      case (let position?, let value?): entries[position].value = value
      case (let position?, nil): entries.remove(at: position)
      case (nil, let value?): entries.append((name, value))
      case (nil, nil): break
      }
    }
  }

  package var names: [String] { entries.map { $0.name } }

  package static func == (a: NamedValues, b: NamedValues) -> Bool {
    if a.entries.count != b.entries.count { return false }
    for (x, y) in zip(a.entries, b.entries) where x.name != y.name || x.value != y.value {
      return false
    }
    return true
  }
}
