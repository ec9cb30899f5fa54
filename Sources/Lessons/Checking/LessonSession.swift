package import Notebook
package import Typesetting

/// A notebook as checking and walking need it: a value that answers a cell with what it printed
/// and with the notebook that comes after it.
///
/// Keeping the one before is how a wrong answer is undone.
package struct LessonSession: Sendable {
  private let answer: @Sendable (String) -> (CellOutcome, LessonSession)
  /// Stops a cell that takes too long, where the notebook asks for it.
  package let deadline: CellDeadline?
  /// What the word before the cursor could become.
  package var completions: @Sendable (_ line: String, _ cursor: Int) -> [Completion] = { _, _ in []
  }

  package init(
    deadline: CellDeadline? = nil,
    _ answer: @escaping @Sendable (_ cell: String) -> (CellOutcome, LessonSession)
  ) {
    self.deadline = deadline
    self.answer = answer
  }

  package func run(_ cell: String) -> (CellOutcome, LessonSession) {
    answer(cell)
  }

  /// Moves on to what comes after the cell.
  package mutating func advance(_ cell: String) -> CellOutcome {
    let (outcome, next) = answer(cell)
    self = next
    return outcome
  }
}

/// What a cell printed, and the error it stopped at.
package struct CellOutcome: Equatable, Sendable {
  package struct Failure: Equatable, Sendable {
    package var message: String
    package var hint: String?
    /// Within the cell, from 1.
    package var line: Int
    package var column: Int
    /// An `expect` that did not hold; the message is what its `when` says.
    package var isExpectation: Bool

    package init(
      message: String,
      hint: String? = nil,
      line: Int = 1,
      column: Int = 1,
      isExpectation: Bool = false
    ) {
      self.message = message
      self.hint = hint
      self.line = line
      self.column = column
      self.isExpectation = isExpectation
    }
  }

  /// What scripts print, 80 columns wide, errors and hints included.
  package var text: String
  package var styled: StyledText
  package var failure: Failure?
  /// Stopped before its end, by the learner or a deadline.
  package var wasInterrupted = false
  /// How a script comes to where an interrupted cell was stopped.
  package var replay: Replay?

  package init(text: String, styled: StyledText? = nil, failure: Failure? = nil) {
    self.text = text
    self.styled = styled ?? StyledText(text)
    self.failure = failure
  }
}
