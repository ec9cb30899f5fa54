import Plots

extension Table {
  /// Marks what differs from an earlier table of the same rows and columns.
  mutating func mark(changesSince earlier: Table, _ words: String) {
    guard earlier.columns == columns, earlier.rows.map({ $0.first }) == rows.map({ $0.first })
    else { return }
    changes = columns.indices.map { column in
      rows.indices.map { Change(from: earlier.rows[$0][column], to: rows[$0][column]) }
    }
    comparedWith = words
  }

  /// Marks the changes of columns that mostly stay as they are, as a setting does.
  mutating func markRareChanges() {
    changes = columns.indices.map { rareChanges($0) }
    comparedWith = "from the row above"
  }

  /// Marks in a column the least of some rows where there are several, and those that were stopped.
  mutating func markBest(among ended: [Int], column: Int, stopped isStopped: (Int) -> Bool) {
    let rows = rows
    func loss(_ row: Int) -> Double {
      if case .number(let value) = rows[row][column], value.isFinite { value } else { .infinity }
    }
    var found = rows.indices.map { isStopped($0) ? Change.stopped : nil }
    if ended.count > 1, let best = ended.min(by: { loss($0) < loss($1) }), loss(best) < .infinity {
      found[best] = .best
    }
    if !found.contains(where: { $0 != nil }) { return }
    changes = columns.indices.map { $0 == column ? found : [] }
  }

  private func rareChanges(_ column: Int) -> [Change?] {
    let rows = rows
    let most = (rows.count - 1) / 3
    var count = 0
    for row in rows.indices.dropFirst() where change(row, column) != nil {
      count += 1
      if count > most { return [] }
    }
    return count == 0 ? [] : rows.indices.map { $0 == 0 ? nil : change($0, column) }
  }

  private func change(_ row: Int, _ column: Int) -> Change? {
    Change(from: rows[row - 1][column], to: rows[row][column])
  }

  private func marked(_ row: Int, _ column: Int) -> Change? {
    guard column < changes.count, row < changes[column].count else { return nil }
    return changes[column][row]
  }

  /// The sign behind a cell, empty where it is not marked.
  func mark(_ row: Int, _ column: Int, _ symbols: PlotSymbols) -> String {
    marked(row, column)?.sign(symbols) ?? ""
  }

  /// What the signs of the given rows mean; nil where there are none.
  func legend(of rows: [Int], _ symbols: PlotSymbols) -> String? {
    var words: [String] = []
    let meanings: [(Change, String)] = [
      (.rise, "rose"), (.fall, "fell"), (.other, "changed"), (.best, "the least loss"),
      (.stopped, "stopped before its end"),
    ]
    for (change, word) in meanings {
      let isShown = columns.indices.contains { column in
        rows.contains { marked($0, column) == change }
      }
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
