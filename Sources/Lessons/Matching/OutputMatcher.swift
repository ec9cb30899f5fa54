/// Decides whether computed output is what a lesson shows.
///
/// Numbers agree to the precision written, whole numbers exactly; a line `...` stands for any
/// lines, `[...]` for any characters in a line; trailing blanks never count, runs of blanks in
/// table rows are equal; nothing else is magic. Wildcards never backtrack: each stretch between
/// two is placed where it first fits, which loses nothing and keeps the time bounded.
package struct OutputMatcher: Equatable, Sendable {
  /// Numbers are text like any other.
  package var isExact: Bool
  /// Replaces the precision written.
  package var tolerance: Double?

  package init(isExact: Bool = false, tolerance: Double? = nil) {
    self.isExact = isExact
    self.tolerance = tolerance
  }

  package init(_ words: CellWords) {
    self.init(isExact: words.isExact, tolerance: words.tolerance)
  }

  package func matches(expected: String, actual: String) -> Bool {
    let wanted = Self.lines(expected)
    let found = Self.lines(actual).map { FoundLine($0) }
    let stretches = wanted.split(separator: Self.anyLines, omittingEmptySubsequences: false)
      .map { stretch in stretch.map { WantedLine($0, isExact: isExact) } }
    return place(stretches, in: found)
  }

  package static let anyLines: Substring = "..."
  package static let anyText = "[...]"

  /// Lines without trailing blanks, without empty lines at the end.
  package static func lines(_ text: String) -> [Substring] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(withoutTrailingBlanks)
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines
  }

  private static func withoutTrailingBlanks(_ line: Substring.UTF8View) -> Substring {
    var line = line
    while let last = line.last, [0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
    return Substring(line)
  }
}

extension OutputMatcher {
  /// Whether one line is as wanted; `...` alone matches only itself here.
  func matches(_ wanted: Substring, _ found: Substring) -> Bool {
    WantedLine(wanted, isExact: isExact).matches(FoundLine(found), self)
  }

  private func place(_ stretches: [[WantedLine]], in found: [FoundLine]) -> Bool {
    guard let first = stretches.first, let last = stretches.last else { return found.isEmpty }
    if stretches.count == 1 { return first.count == found.count && fits(first, found, at: 0) }
    let end = found.count - last.count
    guard first.count <= end, fits(first, found, at: 0), fits(last, found, at: end) else {
      return false
    }
    var position = first.count
    for stretch in stretches.dropFirst().dropLast() {
      guard let start = firstFit(stretch, found, from: position, to: end) else { return false }
      position = start + stretch.count
    }
    return true
  }

  private func firstFit(
    _ stretch: [WantedLine],
    _ found: [FoundLine],
    from start: Int,
    to end: Int
  ) -> Int? {
    var position = start
    while position + stretch.count <= end {
      if fits(stretch, found, at: position) { return position }
      position += 1
    }
    return nil
  }

  private func fits(_ stretch: [WantedLine], _ found: [FoundLine], at position: Int) -> Bool {
    guard position >= 0, position + stretch.count <= found.count else { return false }
    return stretch.indices.allSatisfy { stretch[$0].matches(found[position + $0], self) }
  }
}
