import Formulas

/// `every N`, `last N`, `from A to B`: which rows of the history.
struct RowClauses {
  /// nil is every row, where nothing else is better.
  var every: Int?
  var last: Int?
  var from: (Int, SourceRange)?
  var to: (Int, SourceRange)?

  static let all = [
    Clause(.every, [.updates], "only every N-th row"),
    Clause(.last, [.number], "only the last N rows"),
    Clause(.from, [.updates, .word(.to), .updates], "only the rows from one update to another"),
  ]

  private static let most = 1_000_001
  /// So many rows of a longer history make a picture.
  private static let mostOfPicture = 100_001
  private static let mostOfNetwork = 5_000

  /// The updates asked for of a history up to `t`.
  struct Span {
    var first: Int
    var last: Int
    var every: Int

    /// Whether a picture leaves rows out that nobody asked it to.
    var isThinned = false

    var count: Int { last < first ? 0 : (last - first) / every + 1 }

    /// Leaves rows out until there are at most so many; where it can be, the last one stays.
    mutating func thin(to most: Int) {
      isThinned = true
      let length = last - first
      let least = (length + most - 1) / (most - 1)
      every = (least...2 * least).first { length % $0 == 0 } ?? least
    }
  }

  static func read(_ context: inout CommandContext) throws(Diagnostic) -> RowClauses {
    var clauses = RowClauses()
    while let clause = try context.clause() { try clauses.read(clause, &context) }
    return clauses
  }

  /// What stands behind one of the clauses' words.
  mutating func read(_ clause: Word, _ context: inout CommandContext) throws(Diagnostic) {
    switch clause {
    case .every: every = try context.updates("rows")
    case .last: last = try context.count("rows")
    default:
      let range = context.reader.range
      from = (try context.updates("the update", atLeast: 0), range)
      try context.expect(.to, "an update")
      let toRange = context.reader.range
      to = (try context.updates("the update", atLeast: 0), toRange)
    }
  }

  /// The updates asked for of an experiment's history.
  ///
  /// `aim` is how many rows are enough where every row is work: a picture of a network.
  func span(_ experiment: Experiment, aim: Int? = nil) throws(Diagnostic) -> Span {
    let t = experiment.t
    let every = every ?? 1
    var span = Span(first: from?.0 ?? 0, last: to?.0 ?? t, every: every)
    if let from, span.first > t { throw .afterNow(span.first, t, at: from.1) }
    if let to, span.last > t { throw .afterNow(span.last, t, at: to.1) }
    if let last, (last - 1) <= (span.last - span.first) / span.every {
      span.first = span.last - (last - 1) * span.every
    }
    let isNetwork = experiment.problem.objective.training != nil
    if isNetwork, let aim, self.every == nil, span.count > aim {
      span.every = (span.count + aim - 1) / aim
    }
    let most = isNetwork ? Self.mostOfNetwork : Self.most
    if aim != nil, self.every == nil, span.count > most { span.thin(to: Self.mostOfPicture) }
    if span.count > most { throw .tooManyRows(span.count, most) }
    return span
  }

  /// Whether nothing is left out.
  var areAll: Bool { every == nil && last == nil && from == nil }

  func indexes(_ count: Int) -> [Int] {
    let first = max((from?.0 ?? 1) - 1, 0)
    let end = min(to?.0 ?? count, count)
    guard first < end else { return [] }
    let all = Array(stride(from: first, to: end, by: every ?? 1))
    return last.map { Array(all.suffix($0)) } ?? all
  }
}
