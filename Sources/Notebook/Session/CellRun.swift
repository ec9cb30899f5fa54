import Formulas

/// A cell being run, statement by statement, in slices: the page's own thread and an interrupt need
/// places to stop at.
package struct CellRun: Sendable {
  /// Parameter updates in one slice.
  package static let slice = 50_000

  private var source: SourcePiece
  /// No more is to come.
  private var isLast = true
  private let keepGoing: Bool
  /// The answer that this cell is to judge, and the cell, read.
  private var judging: (answer: LearnerAnswer, check: CheckCell)?
  private var lexer: Lexer
  private var isFinished = false
  /// Nothing more is run, whatever is to come: after an error, or when it was stopped.
  package private(set) var isOver = false
  /// How many of the results were told of.
  private var told = 0
  private var pending: Pending?
  private var failedExpectation: (result: Int, diagnostic: Diagnostic, hasReaction: Bool)?
  package private(set) var result: CellResult

  private struct Pending: Sendable {
    var context: CommandContext
    var work: Work
    var range: SourceRange
    var spent = 0
  }

  /// With an answer to judge the cell is an exercise's check: numbers typed are judged to the digits
  /// given, and no condition is shown that would tell the right one.
  package init(_ source: String, keepGoing: Bool = false, judging answer: LearnerAnswer? = nil) {
    self.source = SourcePiece(source)
    self.keepGoing = keepGoing
    judging = answer.map { ($0, CheckCell(source)) }
    lexer = Lexer(source)
    result = CellResult(statements: [], wasInterrupted: false)
  }

  /// A script that comes in pieces, each of whole lines: it begins with none.
  package static func pieces(keepGoing: Bool) -> CellRun {
    var run = CellRun("", keepGoing: keepGoing)
    run.isLast = false
    return run
  }

  /// Goes on with the next piece; what came of those before is let go of.
  package mutating func take(_ piece: String, isLast: Bool) {
    source = source.next(piece)
    lexer = source.lexer
    self.isLast = isLast
    isFinished = isOver
    // A failed expectation waits for what comes: it is the one that was not told of.
    result.statements.removeFirst(told)
    failedExpectation?.result -= told
    told = 0
  }

  package var progress: Host.Progress {
    pending?.work.progress ?? .init(done: 0, total: 0, unit: "steps")
  }

  /// Goes on for about `budget` parameter updates; true when the cell is done.
  ///
  /// `each` hears of every statement as soon as it is done.
  package mutating func advance(
    _ session: inout Session,
    budget: Int,
    each: (StatementResult) -> Void = { _ in }
  ) -> Bool {
    var budget = budget
    while !isFinished, budget > 0 {
      if var current = pending {
        pending = nil
        continueWork(&current, &session, &budget)
      } else {
        budget -= 1
        startStatement(&session)
      }
      tell(each)
    }
    return isFinished
  }

  /// Stops a long statement; what it did stays done, with a note, and the cell ends.
  package mutating func stop(
    _ session: inout Session,
    each: (StatementResult) -> Void = { _ in }
  ) {
    if var current = pending {
      pending = nil
      current.work.finish(&current.context, stopped: .interrupted)
      conclude(current, &session)
      result.replay = result.replay(from: current.work, at: session.experiment?.now.t)
    }
    result.wasInterrupted = true
    end()
    tell(each)
  }

  /// A failed expectation is told of when all that may explain it was asked.
  private mutating func tell(_ each: (StatementResult) -> Void) {
    let end = failedExpectation?.result ?? result.statements.count
    while told < end {
      each(result.statements[told])
      told += 1
    }
  }

  private mutating func end() {
    isFinished = true
    isOver = true
  }
}

extension CellRun {
  private mutating func startStatement(_ session: inout Session) {
    let tokens: [Token]
    let start = lexer.offset
    do throws(Diagnostic) {
      guard let next = try lexer.nextStatement() else {
        if isLast { concludeExpectation() }
        isFinished = true
        return
      }
      tokens = next
    } catch {
      lexer.skipLine(at: error.range?.start ?? lexer.offset)
      let place = error.range?.start ?? start
      fail(error, source.lines(around: SourceRange(place, place)))
      return
    }
    guard let first = tokens.first, let last = tokens.last else { return }
    // Reactions may stand below several expectations: the first that failed waits for them.
    let role = tokens.count > 1 ? CommandCatalog.command(of: tokens)?.role : nil
    if failedExpectation != nil, !keepGoing, role == .expectation { return }
    if role != .reaction { concludeExpectation() }
    if isFinished { return }
    run(tokens, first.range.joined(last.range), &session)
  }

  private mutating func run(_ tokens: [Token], _ range: SourceRange, _ session: inout Session) {
    var context = CommandContext(
      session: session,
      tokens: tokens,
      source: source.slice(range)
    )
    context.expectationFailed = failedExpectation?.hasReaction == false
    context.judging = typedNumbers(session)
    do throws(Diagnostic) {
      let work = try Statement.run(&context)
      let current = Pending(context: context, work: work ?? .none, range: range)
      if context.countedDigits { result.countedDigits = true }
      if let reaction = context.reaction, let failed = failedExpectation {
        var diagnostic = failed.diagnostic
        diagnostic.message = reaction
        failedExpectation = (failed.result, diagnostic, true)
      }
      if work == nil { conclude(current, &session) } else { pending = current }
    } catch {
      if error.kind == .expectation {
        noteUnmet(error.placed(at: tokens.first?.range), range)
      } else {
        let statement = StatementInError(session: session, tokens: tokens, source: source)
        let explained = statement.explaining(session.namingData(error))
        fail(explained.placed(at: tokens.first?.range), range)
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
      if error.kind == .expectation {
        noteUnmet(error, current.range)
      } else {
        fail(error, current.range)
      }
      return
    }
    if current.work.isDone {
      current.work.finish(&current.context, stopped: nil)
      conclude(current, &session)
    } else if current.spent >= current.context.session.host.updateLimit {
      current.work.finish(&current.context, stopped: .limit(current.work.progress.done))
      result.reachedLimit = true
      conclude(current, &session)
    } else {
      pending = current
    }
  }

  private mutating func conclude(_ current: Pending, _ session: inout Session) {
    session = current.context.session
    let text = current.context.source
    session.log.append(text)
    result.statements.append(
      StatementResult(
        line: source.lineNumber(current.range.start),
        source: text,
        outputs: current.context.outputs,
        cell: text,
        t: session.experiment?.t,
        precision: session.precision
      )
    )
  }

  private mutating func fail(_ diagnostic: Diagnostic, _ range: SourceRange) {
    result.statements.append(source.failure(diagnostic, in: range))
    if !keepGoing { end() }
  }

  /// An expectation that does not hold waits for the reactions behind it.
  private mutating func noteUnmet(_ diagnostic: Diagnostic, _ range: SourceRange) {
    var failed = source.failure(diagnostic, in: range)
    failedExpectation = (result.statements.count, failed.diagnostic ?? diagnostic, false)
    failed.diagnostic = nil
    result.statements.append(failed)
  }

  /// A failed expectation speaks once the `when` lines after it have been asked.
  private mutating func concludeExpectation() {
    guard let failed = failedExpectation else { return }
    failedExpectation = nil
    result.statements[failed.result].diagnostic = failed.diagnostic
    if !keepGoing { end() }
  }
}
