import System

/// `descent test --accept`: the file with its output fences brought up to date.
///
/// Only lines of output fences and numbers in prose with a proof change, found by their position; a
/// cell that prints something and has no fence gets one, unless it is `setup`, `nocheck` or `fails`.
/// Lines that still match keep their wildcards and precision, the file keeps its line ends and its
/// byte-order mark. What was stopped, what is in error and what differs between two runs is not
/// accepted.
package struct Acceptance {
  /// Lines of the file that would be replaced.
  package struct Edit: Equatable, Sendable {
    /// The line of the check that it is for.
    package var line: Int
    var lines: Range<Int>
    var replacement: [String]
  }

  /// The file after some edits, and what is to be said of it as a lesson.
  package struct Revision {
    package var bytes: [UInt8]
    package var checked: CheckedLesson
  }

  private let file: FileLines
  private let report: LessonReport
  /// All that would have to change, in the order of the file.
  package private(set) var edits: [Edit] = []

  /// `bytes` is the file that the lesson was read from.
  package init(_ checked: CheckedLesson, bytes: [UInt8], scope: CheckScope = .all) {
    file = FileLines(bytes)
    report = checked.report
    let wanted = scope.lines(of: checked.lesson)
    let cells = checked.cells.values.filter { wanted.contains(line: $0.cell.lines.lowerBound) }
    edits = (cells.compactMap(edit) + edits(checked.proofs))
      .sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// One edit as a diff, with the lines around it.
  package func difference(of edit: Edit) -> [String] {
    let texts = file.texts
    let first = max(edit.lines.lowerBound - 4, 0)
    let before = Array(texts[first..<(edit.lines.lowerBound - 1)])
    let old = Array(texts[(edit.lines.lowerBound - 1)..<(edit.lines.upperBound - 1)])
    let after = Array(texts[(edit.lines.upperBound - 1)...].prefix(3))
    let difference = LineDifference(
      from: before + old + after,
      to: before + edit.replacement + after
    )
    return difference.unified(line: first + 1)
  }

  /// Makes edits, those that hold: `check` plays the file as it would be, and what does not pass
  /// there is left as it was.
  package func revision(
    _ edits: [Edit],
    check: ([UInt8]) throws(LessonFaults) -> CheckedLesson
  ) throws(LessonFaults) -> Revision {
    var made = edits
    var revised = revised(made)
    var checked = try check(revised.bytes)
    let left = Acceptance(checked, bytes: revised.bytes).edits.map(\.line)
    let failed = edits.filter { edit in
      let line = Self.place(of: edit.line, after: edits)
      let known = report.messages(at: edit.line)
      return left.contains(line) || !checked.report.messages(at: line).isSubset(of: known)
    }
    if !failed.isEmpty {
      made.removeAll { failed.contains($0) }
      revised = self.revised(made)
      checked = try check(revised.bytes)
      for edit in failed { checked.report.refuse(Self.place(of: edit.line, after: made)) }
    }
    for edit in made { checked.report.accept(Self.place(of: edit.line, after: made)) }
    checked.report.difference = LineDifference(from: file.texts, to: revised.texts).unified()
    return Revision(bytes: revised.bytes, checked: checked)
  }

  /// Why the file stays as it is.
  static func obstacle(_ error: any Error, _ path: String) -> LocatedError {
    switch error {
    case let error as SystemError: return LocatedError(error)
    case let faults as LessonFaults:
      return LocatedError(
        file: path,
        message: "with what its cells put out it could not be read: "
          + (faults.errors.first?.message ?? ""),
        hint: "let them print less, or mark them 'nocheck'"
      )
    default: return LocatedError(file: path, message: "\(error)")
    }
  }
}

extension LessonReport {
  fileprivate func messages(at line: Int) -> Set<String> {
    Set(cases.filter { $0.line == line }.flatMap(\.failures).map(\.message))
  }

  fileprivate mutating func accept(_ line: Int) {
    for index in cases.indices where cases[index].line == line { cases[index].isAccepted = true }
  }

  /// Says of a cell that its output was not taken.
  fileprivate mutating func refuse(_ line: Int) {
    for index in cases.indices where cases[index].line == line {
      let failures = cases[index].failures
      if failures.contains(where: { $0.message != CheckFailure.differs }) { continue }
      cases[index].failures = [
        CheckFailure(
          line: line,
          message: "the output differs between two runs, so it is not accepted",
          hint: "seed what is random, or mark the cell 'nocheck'"
        )
      ]
    }
  }
}

extension Acceptance {
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
      return Edit(
        line: line,
        lines: line..<(line + 1),
        replacement: [String(decoding: bytes, as: UTF8.self)]
      )
    }
  }

  private func revised(_ edits: [Edit]) -> FileLines {
    file.replacing(edits.map { ($0.lines, $0.replacement) })
  }

  /// Where a line is once edits were made.
  private static func place(of line: Int, after edits: [Edit]) -> Int {
    edits.filter { $0.lines.lowerBound <= line }.reduce(line) {
      $0 + $1.replacement.count - $1.lines.count
    }
  }

  private func edit(_ played: PlayedCell) -> Edit? {
    let cell = played.cell
    guard let text = played.text, played.isAcceptable, !cell.words.isUnchecked else { return nil }
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
        line: cell.lines.lowerBound,
        lines: (lines.lowerBound + 1)..<lines.upperBound,
        replacement: merged.map { Self.joined(prefix, $0) }
      )
    }
    // The output itself holds a fence: a longer one around it.
    let fence = String(repeating: marks.first ?? "`", count: length)
    return Edit(
      line: cell.lines.lowerBound,
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
      line: cell.lines.lowerBound,
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
