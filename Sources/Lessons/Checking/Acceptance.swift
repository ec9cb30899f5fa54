/// `descent test --accept`: the file with its output fences brought up to date.
///
/// Only lines of output fences and numbers in prose with a proof change, found by their position; a
/// cell that prints something and
/// has no fence gets one, unless it is `setup`, `nocheck` or `fails`. Lines that still match keep
/// their wildcards and precision, the file keeps its line ends and its byte-order mark. Output that
/// differs between two runs is refused.
package struct Acceptance {
  /// What acceptance made of a file.
  package struct Result: Equatable, Sendable {
    /// The whole file, to be written if `difference` is not empty.
    package var bytes: [UInt8]
    /// A unified diff of the file.
    package var difference: [String]
    /// Cells whose fence was rewritten or added.
    package var cellCount: Int
  }

  private struct Edit {
    var lines: Range<Int>
    var replacement: [String]
  }

  private let lesson: Lesson
  private let file: FileLines

  /// `bytes` is the file that `lesson` was read from.
  package init(lesson: Lesson, bytes: [UInt8]) {
    self.lesson = lesson
    file = FileLines(bytes)
  }

  package func result(
    start: LessonStart,
    includesSlow: Bool = false
  ) throws(LessonFaults) -> Result {
    let (first, proofs) = play(start, includesSlow)
    let (second, _) = play(start, includesSlow)
    var faults: [LessonError] = []
    var edits: [Edit] = []
    for (played, again) in zip(first, second) {
      let cell = played.cell
      guard let text = played.text, !cell.words.isUnchecked, played.fault == nil else { continue }
      if text != again.text {
        faults.append(
          LessonError(
            file: lesson.path,
            position: SourcePosition(line: cell.lines.lowerBound),
            message: "the output differs between two runs, so it is not accepted",
            hint: "seed what is random, or mark the cell 'nocheck'"
          )
        )
      } else if let edit = edit(cell, text) {
        edits.append(edit)
      }
    }
    if !faults.isEmpty { throw LessonFaults(faults) }
    edits = (edits + self.edits(proofs)).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    let revised = file.replacing(edits.map { ($0.lines, $0.replacement) })
    let difference = LineDifference(from: file.texts, to: revised.texts)
    return Result(
      bytes: revised.bytes,
      difference: difference.unified(),
      cellCount: edits.count
    )
  }
}

extension Acceptance {
  /// The cells and the numbers in prose as one playing of the lesson leaves them.
  private func play(
    _ start: LessonStart,
    _ includesSlow: Bool
  ) -> (cells: [PlayedCell], proofs: [ProofCheck]) {
    var cells: [PlayedCell] = []
    var proofs: [ProofCheck] = []
    var player = Player(start: start, options: .init(includesSlow: includesSlow))
    player.play(lesson) { part in
      switch part.kind {
      case .cell(let played): cells.append(played)
      case .proof(let proof, let player) where player.lastEnd == nil:
        proofs.append(ProofCheck(proof, player: player))
      case .proof, .exercise, .quiz: break
      }
      return true
    }
    return (cells, proofs)
  }

  /// Lines of prose in which numbers have changed.
  private func edits(_ proofs: [ProofCheck]) -> [Edit] {
    let changed = Dictionary(grouping: proofs.filter { !$0.holds && $0.rewritten != nil }) {
      $0.proof.position.line
    }
    return changed.map { line, proofs in
      var bytes = Array(file.text(line).utf8)
      // The last first, so that the places of the others stay.
      for check in proofs.sorted(by: { $0.proof.bytes.lowerBound > $1.proof.bytes.lowerBound }) {
        bytes.replaceSubrange(check.proof.bytes, with: Array((check.rewritten ?? "").utf8))
      }
      return Edit(lines: line..<(line + 1), replacement: [String(decoding: bytes, as: UTF8.self)])
    }
  }

  private func edit(_ cell: Cell, _ text: String) -> Edit? {
    guard let expected = cell.expected, let lines = cell.outputLines else {
      return addition(cell, text)
    }
    let matcher = OutputMatcher(cell.words)
    if matcher.matches(expected: expected, actual: text) { return nil }
    let merged = OutputMerge(expected: expected, actual: text, matcher: matcher).lines
    let opening = file.text(lines.lowerBound)
    let prefix = Self.prefix(of: opening)
    let marks = Self.marks(of: opening)
    let length = Self.fenceLength(for: merged, atLeast: marks.count)
    if length == marks.count {
      return Edit(
        lines: (lines.lowerBound + 1)..<lines.upperBound,
        replacement: merged.map { Self.joined(prefix, $0) }
      )
    }
    // The output itself holds a fence: a longer one around it.
    let fence = String(repeating: marks.first ?? "`", count: length)
    return Edit(
      lines: lines.lowerBound..<(lines.upperBound + 1),
      replacement: [Self.opened(opening, fence)] + merged.map { Self.joined(prefix, $0) }
        + [prefix + fence]
    )
  }

  private func addition(_ cell: Cell, _ text: String) -> Edit? {
    let lines = OutputMatcher.lines(text).map(String.init)
    if lines.isEmpty || cell.words.isSetup || cell.words.fails || cell.words.role != .example {
      return nil
    }
    let prefix = Self.prefix(of: file.text(cell.lines.lowerBound))
    let fence = String(repeating: "`", count: Self.fenceLength(for: lines, atLeast: 3))
    let after = cell.lines.upperBound + 1
    return Edit(
      lines: after..<after,
      replacement: ([fence + "output"] + lines + [fence]).map { Self.joined(prefix, $0) }
    )
  }

  /// What stands before a fence, list marks as blanks.
  private static func prefix(of opening: String) -> String {
    String(opening.prefix { $0 != "`" && $0 != "~" }.map { $0 == ">" || $0 == "\t" ? $0 : " " })
  }

  private static func marks(of opening: String) -> String {
    let rest = opening.drop { $0 != "`" && $0 != "~" }
    return String(rest.prefix { $0 == rest.first })
  }

  private static func opened(_ opening: String, _ fence: String) -> String {
    let head = opening.prefix { $0 != "`" && $0 != "~" }
    return head + fence + opening.dropFirst(head.count + marks(of: opening).count)
  }

  private static func fenceLength(for lines: [String], atLeast length: Int) -> Int {
    lines.reduce(length) { longest, line in
      let text = line.drop { $0 == " " }
      let run = text.prefix { $0 == text.first && ($0 == "`" || $0 == "~") }.count
      return run >= longest ? run + 1 : longest
    }
  }

  private static func joined(_ prefix: String, _ line: String) -> String {
    if !line.isEmpty { return prefix + line }
    var prefix = prefix[...]
    while prefix.last == " " { prefix.removeLast() }
    return String(prefix)
  }
}
