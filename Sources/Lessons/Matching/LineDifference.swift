/// What changed between two texts, line by line, as a unified diff.
package struct LineDifference: Equatable, Sendable {
  package enum Change: Equatable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
  }

  package var changes: [Change]

  /// Beyond so many pairs of lines the middle is shown as all removed, all added.
  static let limit = 4_000_000

  package init(from old: [String], to new: [String]) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    let a = Array(old[head..<(old.count - tail)])
    let b = Array(new[head..<(new.count - tail)])
    changes = old[..<head].map { .same($0) }
    changes += Self.middle(a, b)
    changes += old[(old.count - tail)...].map { .same($0) }
  }

  /// Hunks with their headers, lines counted from `line` on; empty when nothing changed.
  package func unified(context: Int = 3, line: Int = 1) -> [String] {
    var lines: [String] = []
    var old = line
    var new = line
    var index = 0
    var shownTo = 0
    while index < changes.count {
      if case .same = changes[index] {
        index += 1
        continue
      }
      let start = max(shownTo, index - context)
      let end = hunkEnd(from: index, context)
      (old, new) = count(changes[shownTo..<start], old, new)
      let (nextOld, nextNew) = count(changes[start..<end], old, new)
      lines.append("@@ -\(old),\(nextOld - old) +\(new),\(nextNew - new) @@")
      lines += changes[start..<end].map(Self.text)
      (old, new) = (nextOld, nextNew)
      shownTo = end
      index = end
    }
    return lines
  }
}

extension LineDifference {
  private static func text(_ change: Change) -> String {
    switch change {
    case .same(let line): " " + line
    case .removed(let line): "-" + line
    case .added(let line): "+" + line
    }
  }

  /// The hunk goes on while no more than two contexts of unchanged lines lie between changes.
  private func hunkEnd(from start: Int, _ context: Int) -> Int {
    var last = start
    var index = start
    while index < changes.count && index - last <= 2 * context {
      if case .same = changes[index] {} else { last = index }
      index += 1
    }
    return min(last + context + 1, changes.count)
  }

  private func count(_ part: ArraySlice<Change>, _ old: Int, _ new: Int) -> (Int, Int) {
    var (old, new) = (old, new)
    for change in part {
      switch change {
      case .same: (old, new) = (old + 1, new + 1)
      case .removed: old += 1
      case .added: new += 1
      }
    }
    return (old, new)
  }

  private static func middle(_ old: [String], _ new: [String]) -> [Change] {
    if old.isEmpty || new.isEmpty || old.count * new.count > limit {
      return old.map { .removed($0) } + new.map { .added($0) }
    }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if removed.contains(i) {
        changes.append(.removed(old[i]))
        i += 1
      } else if added.contains(j) {
        changes.append(.added(new[j]))
        j += 1
      } else {
        changes.append(.same(old[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return changes
  }
}
