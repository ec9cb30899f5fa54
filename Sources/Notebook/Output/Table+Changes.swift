import Plots

extension Table {
  /// Marks what differs from an earlier table of the same rows and columns.
  mutating func mark(changesSince earlier: Table, _ words: String) {
    guard earlier.columns == columns, earlier.rows.map({ $0.first }) == rows.map({ $0.first })
    else { return }
    changes = zip(earlier.rows, rows).map { before, now in
      zip(before, now).map { Change(from: $0, to: $1) }
    }
    comparedWith = words
  }

  /// Marks the changes of columns that mostly stay as they are, as a setting does.
  mutating func markRareChanges() {
    var found = rows.map { $0.map { _ -> Change? in nil } }
    for column in columns.indices {
      var count = 0
      for row in rows.indices.dropFirst() {
        found[row][column] = Change(from: rows[row - 1][column], to: rows[row][column])
        if found[row][column] != nil { count += 1 }
      }
      if 3 * count > rows.count - 1 { for row in rows.indices { found[row][column] = nil } }
    }
    changes = found
    comparedWith = "from the row above"
  }

  /// Marks in a column the least of some rows where there are several, and those that were stopped.
  mutating func markBest(among ended: [Int], column: Int, stopped isStopped: (Int) -> Bool) {
    func loss(_ row: Int) -> Double {
      if case .number(let value) = rows[row][column], value.isFinite { value } else { .infinity }
    }
    var found = rows.map { $0.map { _ -> Change? in nil } }
    for row in rows.indices where isStopped(row) { found[row][column] = .stopped }
    if ended.count > 1, let best = ended.min(by: { loss($0) < loss($1) }), loss(best) < .infinity {
      found[best][column] = .best
    }
    if found.contains(where: { $0[column] != nil }) { changes = found }
  }

  /// The sign behind a cell, empty where it is not marked.
  func mark(_ row: Int, _ column: Int, _ symbols: PlotSymbols) -> String {
    guard row < changes.count, let change = changes[row][column] else { return "" }
    return change.sign(symbols)
  }

  /// What the signs of the given rows mean; nil where there are none.
  func legend(of rows: [Int], _ symbols: PlotSymbols) -> String? {
    var words: [String] = []
    let meanings: [(Change, String)] = [
      (.rise, "rose"), (.fall, "fell"), (.other, "changed"), (.best, "the least loss"),
      (.stopped, "stopped before its end"),
    ]
    for (change, word) in meanings {
      let isShown = rows.contains { $0 < changes.count && changes[$0].contains(change) }
      if isShown { words.append("\(change.sign(symbols)) \(word)") }
    }
    if words.isEmpty { return nil }
    return words.joined(separator: ", ") + (comparedWith.isEmpty ? "" : " \(comparedWith)")
  }
}

extension Table.Change {
  /// Nil where both are the same, or one of them is not there.
  init?(from before: Table.Cell, to now: Table.Cell) {
    switch (before, now) {
    case (.number(let old), .number(let new)):
      // Not-a-number is the same as itself here.
      if old == new || (old.isNaN && new.isNaN) { return nil }
      self = new > old ? .rise : new < old ? .fall : .other
    case (.missing, _), (_, .missing), (.trend, _), (_, .trend): return nil
    default:
      if before == now { return nil }
      self = .other
    }
  }

  func sign(_ symbols: PlotSymbols) -> String {
    let isASCII = symbols == .ascii
    switch self {
    case .rise: return isASCII ? "^" : "↑"
    case .fall: return isASCII ? "v" : "↓"
    case .other, .best: return "*"
    case .stopped: return "!"
    }
  }
}
