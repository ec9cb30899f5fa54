package import Notebook

/// `### Quiz: ...`: a question with choices, or one whose answer is a number.
package struct Quiz: Equatable, Sendable {
  /// One item of the task list.
  package struct Choice: Equatable, Sendable {
    package var content: [Inline]
    package var isCorrect: Bool
    /// What is said to who picks it: the text after the em dash, or the item's next paragraphs.
    package var reaction: [Inline]?
    package var line: Int

    package init(content: [Inline], isCorrect: Bool, reaction: [Inline]?, line: Int) {
      self.content = content
      self.isCorrect = isCorrect
      self.reaction = reaction
      self.line = line
    }
  }

  package enum Answer: Equatable, Sendable {
    /// Several correct choices: all of them are to be picked.
    case choices([Choice])
    /// `Answer: 50 ± 1`; the reaction is what follows it after an em dash.
    case number(NumericAnswer, reaction: [Inline]?)
  }

  /// The heading's anchor, which is unique within the lesson.
  package var id: String
  /// What follows `Quiz:`.
  package var title: [Inline]
  package var line: Int
  /// The last line of its section; beyond its step where nothing but the step's end closes it.
  package var endLine = Int.max
  package var prompt: [Block]
  package var answer: Answer
  /// What proves the number on its `Answer:` line.
  package var proofs: [Proof] = []
  /// Prose after the answer, shown once the quiz is done.
  package var closing: [Block]

  package init(
    id: String,
    title: [Inline],
    line: Int,
    prompt: [Block],
    answer: Answer,
    closing: [Block] = []
  ) {
    self.id = id
    self.title = title
    self.line = line
    self.prompt = prompt
    self.answer = answer
    self.closing = closing
  }

  package var anchor: String { id }

  /// More than one choice is right.
  package var wantsSeveral: Bool {
    guard case .choices(let choices) = answer else { return false }
    return choices.count(where: \.isCorrect) > 1
  }
}
