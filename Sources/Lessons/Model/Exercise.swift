/// `### Exercise: ...`: a starter with blanks, hints, a solution and a check.
package struct Exercise: Equatable, Sendable {
  /// The ID of `exercise=ID`, unique within the lesson.
  package var id: String
  /// What follows `Exercise:`.
  package var title: [Inline]
  package var anchor: String
  package var line: Int
  /// The last line of its section; beyond its step where nothing but the step's end closes it.
  package var endLine = Int.max
  /// What comes before the starter cell.
  package var prompt: [Block]
  package var starter: Cell
  package var hints: [Details]
  /// The details that hold the solution cell; the check cell is taken out of them.
  package var solution: Details
  package var solutionCell: Cell
  package var check: Cell
  /// What is neither: prose after the starter, shown once the exercise is done.
  package var closing: [Block]

  package init(
    id: String,
    title: [Inline],
    anchor: String,
    line: Int,
    prompt: [Block],
    starter: Cell,
    hints: [Details],
    solution: Details,
    solutionCell: Cell,
    check: Cell,
    closing: [Block] = []
  ) {
    self.id = id
    self.title = title
    self.anchor = anchor
    self.line = line
    self.prompt = prompt
    self.starter = starter
    self.hints = hints
    self.solution = solution
    self.solutionCell = solutionCell
    self.check = check
    self.closing = closing
  }
}
