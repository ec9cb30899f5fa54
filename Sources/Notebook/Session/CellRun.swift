import Formulas

/// A cell being run, statement by statement, in slices: the page's own thread and an interrupt need
/// places to stop at.
package struct CellRun: Sendable {
  /// Parameter updates in one slice.
  package static let slice = 50_000

  private let source: String
  private let keepGoing: Bool
  /// The answer that this cell is to judge, and the cell, read.
  private var judging: (answer: LearnerAnswer, check: CheckCell)?
  private var lexer: Lexer
  private var isFinished = false
  /// The line of an offset reached, so that a long cell is gone through once.
  private var counted = (offset: 0, line: 1)
  private var pending: Pending?
  private var failedExpectation: (result: Int, diagnostic: Diagnostic, hasReaction: Bool)?
  package private(set) var result: CellResult

  private struct Pending: Sendable {
    var context: CommandContext
    var work: Work
    var line: Int
    var text: String
    var spent = 0
  }

  /// With an answer to judge the cell is an exercise's check: numbers typed are judged to the digits
  /// given, and no condition is shown that would tell the right one.
  package init(_ source: String, keepGoing: Bool = false, judging answer: LearnerAnswer? = nil) {
    self.source = source
    self.keepGoing = keepGoing
    judging = answer.map { ($0, CheckCell(source)) }
    lexer = Lexer(source)
    result = CellResult(statements: [], wasInterrupted: false)
  }

  package var progress: Host.Progress {
    pending?.work.progress ?? .init(done: 0, total: 0, unit: "steps")
  }

  /// Goes on for about `budget` parameter updates; true when the cell is done.
  package mutating func advance(_ session: inout Session, budget: Int) -> Bool {
    var budget = budget
    while !isFinished, budget > 0 {
      if var current = pending {
        pending = nil
        continueWork(&current, &session, &budget)
      } else {
        budget -= 1
        startStatement(&session)
      }
    }
    return isFinished
  }

  /// Stops a long statement; what it did stays done, with a note, and the cell ends.
  package mutating func stop(_ session: inout Session) {
    if var current = pending {
      pending = nil
      current.work.finish(&current.context, stopped: .interrupted)
      conclude(current, &session, nil)
      result.replay = result.replay(from: current.work, at: session.experiment?.now.t)
    }
    result.wasInterrupted = true
    isFinished = true
  }
}

extension CellRun {
  private mutating func startStatement(_ session: inout Session) {
    let tokens: [Token]
    let start = lexer.offset
    do throws(Diagnostic) {
      guard let next = try lexer.nextStatement() else {
        concludeExpectation()
        isFinished = true
        return
      }
      tokens = next
    } catch {
      lexer.skipLine(at: error.range?.start ?? lexer.offset)
      fail(
        error,
        line: lineNumber(error.range?.start ?? start),
        text: lineText(error.range?.start ?? start)
      )
      return
    }
    guard let first = tokens.first, let last = tokens.last else { return }
    let text = slice(first.range.start, last.range.end)
    let line = lineNumber(first.range.start)
    // Reactions may stand below several expectations: the first that failed waits for them.
    let role = tokens.count > 1 ? CommandCatalog.command(of: tokens)?.role : nil
    if failedExpectation != nil, !keepGoing, role == .expectation { return }
    if role != .reaction { concludeExpectation() }
    if isFinished { return }
    run(tokens, text, line, &session)
  }

  private mutating func run(
    _ tokens: [Token],
    _ text: String,
    _ line: Int,
    _ session: inout Session
  ) {
    var context = CommandContext(session: session, tokens: tokens, source: text)
    context.expectationFailed = failedExpectation?.hasReaction == false
    context.judging = typedNumbers(session)
    do throws(Diagnostic) {
      let work = try Statement.run(&context)
      let current = Pending(context: context, work: work ?? .none, line: line, text: text)
      if context.countedDigits { result.countedDigits = true }
      if let reaction = context.reaction, let failed = failedExpectation {
        var diagnostic = failed.diagnostic
        diagnostic.message = reaction
        failedExpectation = (failed.result, diagnostic, true)
      }
      if work == nil { conclude(current, &session, nil) } else { pending = current }
    } catch {
      if error.kind == .expectation {
        result.statements.append(
          StatementResult(line: line, source: text, outputs: [], diagnostic: nil, cell: source)
        )
        failedExpectation = (
          result.statements.count - 1, error.placed(at: tokens.first?.range), false
        )
      } else {
        let statement = StatementInError(session: session, tokens: tokens, source: source)
        fail(statement.explaining(error).placed(at: tokens.first?.range), line: line, text: text)
      }
    }
  }

  /// The numbers that were typed, each with all that the check compares its name with.
  private func typedNumbers(_ session: Session) -> [TypedNumber]? {
    judging.map { judging in
      judging.answer.numbers.map { number in
        var number = number
        number.others = judging.check.values(comparedWith: number.name, in: session)
        return number
      }
    }
  }

  private mutating func continueWork(
    _ current: inout Pending,
    _ session: inout Session,
    _ budget: inout Int
  ) {
    let room = min(budget, current.context.session.host.updateLimit - current.spent)
    do throws(Diagnostic) {
      let spent = max(1, try current.work.advance(&current.context, budget: max(room, 1)))
      current.spent += spent
      budget -= spent
    } catch {
      fail(error, line: current.line, text: current.text)
      return
    }
    if current.work.isDone {
      current.work.finish(&current.context, stopped: nil)
      conclude(current, &session, nil)
    } else if current.spent >= current.context.session.host.updateLimit {
      current.work.finish(&current.context, stopped: .limit(current.work.progress.done))
      result.reachedLimit = true
      conclude(current, &session, nil)
    } else {
      pending = current
    }
  }

  private mutating func conclude(
    _ current: Pending,
    _ session: inout Session,
    _ diagnostic: Diagnostic?
  ) {
    session = current.context.session
    session.log.append(current.text)
    result.statements.append(
      StatementResult(
        line: current.line,
        source: current.text,
        outputs: current.context.outputs,
        diagnostic: diagnostic,
        cell: source,
        precision: session.precision
      )
    )
  }

  private mutating func fail(_ diagnostic: Diagnostic, line: Int, text: String) {
    result.statements.append(
      StatementResult(line: line, source: text, outputs: [], diagnostic: diagnostic, cell: source)
    )
    if !keepGoing { isFinished = true }
  }

  /// A failed expectation speaks once the `when` lines after it have been asked.
  private mutating func concludeExpectation() {
    guard let failed = failedExpectation else { return }
    failedExpectation = nil
    result.statements[failed.result].diagnostic = failed.diagnostic
    if !keepGoing { isFinished = true }
  }

  private func slice(_ start: Int, _ end: Int) -> String {
    let utf8 = source.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: start)
    return String(decoding: utf8[from..<utf8.index(utf8.startIndex, offsetBy: end)], as: UTF8.self)
  }

  private mutating func lineNumber(_ offset: Int) -> Int {
    if offset < counted.offset { counted = (0, 1) }
    let utf8 = source.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: counted.offset)
    let to = utf8.index(from, offsetBy: min(offset, utf8.count) - counted.offset)
    for byte in utf8[from..<to] where byte == 0x0A { counted.line += 1 }
    counted.offset = min(offset, utf8.count)
    return counted.line
  }

  private mutating func lineText(_ offset: Int) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let number = lineNumber(offset)
    return number <= lines.count ? String(lines[number - 1]) : ""
  }
}
