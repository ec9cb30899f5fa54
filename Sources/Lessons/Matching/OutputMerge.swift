/// The output fence as it should read: lines that still match stay as they are written, wildcards
/// and precision included; the others become what was computed.
struct OutputMerge {
  let matcher: OutputMatcher
  private let wanted: [Substring]
  private let found: [Substring]
  /// Beyond so many pairs of lines the computed text simply replaces the written one.
  static let limit = 4_000_000

  init(expected: String, actual: String, matcher: OutputMatcher) {
    self.matcher = matcher
    wanted = OutputMatcher.lines(expected)
    found = OutputMatcher.lines(actual)
  }

  var lines: [String] {
    if wanted.isEmpty || wanted.count * found.count > Self.limit { return found.map(String.init) }
    let table = costs()
    var merged: [String] = []
    var (i, j) = (0, 0)
    let width = found.count + 1
    while i < wanted.count || j < found.count {
      switch table.steps[i * width + j] {
      case .keep:
        // Where only the columns have moved they stay with their neighbours.
        let isMoved = Self.words(wanted[i]) == Self.words(found[j])
        merged.append(String(isMoved ? found[j] : wanted[i]))
        (i, j) = (i + 1, j + 1)
      case .replace:
        merged.append(matcher.rewritten(wanted[i], as: found[j]))
        (i, j) = (i + 1, j + 1)
      case .drop:
        i += 1
      case .cover:
        j += 1
      case .closeWildcard:
        merged.append(String(wanted[i]))
        i += 1
      case .insert:
        merged.append(String(found[j]))
        j += 1
      }
    }
    return merged
  }
}

extension OutputMerge {
  private static func words(_ line: Substring) -> [Substring] { line.split(separator: " ") }

  private enum Step: UInt8 {
    case keep, replace, drop, insert
    /// A wildcard stands for this computed line.
    case cover
    case closeWildcard
  }

  /// Cheapest way from each pair of positions to the end.
  ///
  /// Covering is free, so replacing has to be cheaper than to drop a line and let a wildcard
  /// beside it swallow what came in its place.
  private func costs() -> (steps: [Step], cost: Int32) {
    let width = found.count + 1
    var costs = [Int32](repeating: 0, count: (wanted.count + 1) * width)
    var steps = [Step](repeating: .keep, count: (wanted.count + 1) * width)
    let cut = wanted.map { WantedLine($0, isExact: matcher.isExact) }
    let lines = found.map { FoundLine($0) }
    for i in (0...wanted.count).reversed() {
      let isWildcard = i < wanted.count && wanted[i] == OutputMatcher.anyLines
      for j in (0...found.count).reversed() {
        if i == wanted.count && j == found.count { continue }
        let place = i * width + j
        var best = (cost: Int32.max, step: Step.keep)
        func consider(_ cost: Int32, _ next: Int, _ step: Step) {
          if costs[next] + cost < best.cost { best = (costs[next] + cost, step) }
        }
        if isWildcard {
          if j < found.count { consider(0, place + 1, .cover) }
          consider(0, place + width, .closeWildcard)
        } else {
          if i < wanted.count && j < found.count {
            if cut[i].matches(lines[j], matcher) { consider(0, place + width + 1, .keep) }
            consider(2, place + width + 1, .replace)
          }
          if i < wanted.count { consider(3, place + width, .drop) }
          if j < found.count { consider(2, place + 1, .insert) }
        }
        costs[place] = best.cost
        steps[place] = best.step
      }
    }
    return (steps, costs[0])
  }
}

extension OutputMatcher {
  /// A changed line: where both have the same form, numbers that still agree stay as written and
  /// the others are rounded to the places that were written; else the computed line.
  func rewritten(_ wanted: Substring, as found: Substring) -> String {
    let a = LineTokens(wanted)
    let b = LineTokens(found)
    guard !isExact, !wanted.contains(Self.anyText), Self.haveSameForm(a, b) else {
      return String(found)
    }
    var line = ""
    for (x, y) in zip(a.tokens, b.tokens) {
      switch (x, y) {
      case (.number(let number, let text), .number(let other, let otherText)):
        let isKept = number.agrees(with: other, tolerance: tolerance)
        let new = isKept ? text : number.rewritten(other.value, as: otherText)
        Self.shift(&line, by: new.count - text.count)
        line += new
      case (.blanks(let count), _):
        line += String(repeating: " ", count: count)
      case (.other(let scalar), _):
        line.unicodeScalars.append(scalar)
      default:
        break
      }
    }
    return line
  }

  private static func haveSameForm(_ a: LineTokens, _ b: LineTokens) -> Bool {
    guard a.tokens.count == b.tokens.count else { return false }
    return zip(a.tokens, b.tokens).allSatisfy { x, y in
      switch (x, y) {
      case (.number, .number), (.blanks, .blanks): true
      case (.other(let scalar), .other(let other)): scalar == other
      default: false
      }
    }
  }

  /// A number that grew takes blanks from the run before it, one that shrank gives them, so that
  /// columns keep their right edge.
  private static func shift(_ line: inout String, by growth: Int) {
    let blanks = line.reversed().prefix { $0 == " " }.count
    if blanks == 0 { return }
    if growth > 0 {
      let floor = blanks == line.count ? 0 : 1
      line.removeLast(min(growth, max(blanks - floor, 0)))
    } else if blanks > 1 || blanks == line.count {
      line += String(repeating: " ", count: -growth)
    }
  }
}
