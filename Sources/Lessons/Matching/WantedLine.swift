/// A computed line, cut up once.
struct FoundLine {
  let scalars: [Unicode.Scalar]
  let tokens: LineTokens

  init(_ text: Substring) {
    scalars = Array(text.unicodeScalars)
    tokens = LineTokens(text)
  }
}

/// A line of an output fence, cut up at `[...]` once.
struct WantedLine {
  /// One more than there are wildcards.
  private let pieces: [[Unicode.Scalar]]
  private let tokens: LineTokens
  private let isExact: Bool

  init(_ text: Substring, isExact: Bool) {
    self.isExact = isExact
    tokens = LineTokens(text)
    pieces =
      text.contains("[")
      ? String(text).split(separator: OutputMatcher.anyText, omittingEmptySubsequences: false)
        .map { Array($0.unicodeScalars) }
      : [Array(text.unicodeScalars)]
  }

  func matches(_ found: FoundLine, _ matcher: OutputMatcher) -> Bool {
    if pieces.count > 1 { return matchesPieces(found, matcher) }
    if isExact { return pieces[0] == found.scalars }
    return Self.agree(
      tokens,
      found.tokens,
      joinsBlanks: found.tokens.isTableRow,
      matcher.tolerance
    )
  }
}

extension WantedLine {
  private static func agree(
    _ wanted: LineTokens,
    _ found: LineTokens,
    joinsBlanks: Bool,
    _ tolerance: Double?
  ) -> Bool {
    var a = wanted.tokens[...]
    var b = found.tokens[...]
    if joinsBlanks {
      if case .blanks? = a.first { a = a.dropFirst() }
      if case .blanks? = b.first { b = b.dropFirst() }
    }
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      switch (x, y) {
      case (.number(let number, let text), .number(let other, let otherText)):
        if text != otherText && !number.agrees(with: other, tolerance: tolerance) { return false }
      case (.blanks(let count), .blanks(let other)):
        if !joinsBlanks && count != other { return false }
      case (.other(let scalar), .other(let other)):
        if scalar != other { return false }
      default:
        return false
      }
    }
    return true
  }

  /// The first piece begins the line, the last ends it, the others follow where they first fit.
  private func matchesPieces(_ found: FoundLine, _ matcher: OutputMatcher) -> Bool {
    let scalars = found.scalars[...]
    guard let first = pieces.first, let last = pieces.last,
      let start = end(of: first, in: scalars, at: 0, matcher, opens: false, closes: true)
    else { return false }
    var position = start
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      var at = position
      while true {
        if at > scalars.count { return false }
        if let end = end(of: piece, in: scalars, at: at, matcher, opens: true, closes: true) {
          position = end
          break
        }
        at += 1
      }
    }
    if last.isEmpty { return true }
    while position <= scalars.count {
      let end = end(of: last, in: scalars, at: position, matcher, opens: true, closes: false)
      if end == scalars.count { return true }
      position += 1
    }
    return false
  }

  /// Where a piece that begins at a place ends.
  ///
  /// A number that touches the wildcard it `opens` or `closes` on is text, for the wildcard may
  /// stand for more of its digits.
  private func end(
    of piece: [Unicode.Scalar],
    in line: ArraySlice<Unicode.Scalar>,
    at start: Int,
    _ matcher: OutputMatcher,
    opens: Bool,
    closes: Bool
  ) -> Int? {
    var i = 0
    var j = start
    while i < piece.count {
      if !isExact, i > 0 || !opens, let end = Self.number(piece[...], from: i),
        end < piece.count || !closes,
        let wanted = WrittenNumber(scalars: piece[i..<end]),
        let foundEnd = Self.number(line, from: j),
        let found = WrittenNumber(scalars: line[j..<foundEnd])
      {
        guard wanted.agrees(with: found, tolerance: matcher.tolerance) else { return nil }
        i = end
        j = foundEnd
      } else {
        guard j < line.count, Self.same(piece[i], line[j]) else { return nil }
        i += 1
        j += 1
      }
    }
    return j
  }

  /// The end of a number that begins here and is no part of a name or a longer number.
  private static func number(_ scalars: ArraySlice<Unicode.Scalar>, from index: Int) -> Int? {
    if index > 0 {
      let before = scalars[index - 1]
      if before == "_" || before == "." || before.properties.isAlphabetic
        || ("0"..."9" ~= before)
      {
        return nil
      }
    }
    return WrittenNumber.end(in: scalars, from: index)
  }

  private static func same(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    a == b || (a == "−" && b == "-") || (a == "-" && b == "−")
  }
}
