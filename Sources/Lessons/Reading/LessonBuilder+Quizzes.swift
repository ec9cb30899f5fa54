import Notebook

extension LessonBuilder {
  /// Sorts the blocks below `### Quiz:` into question, answer and what follows it.
  mutating func quiz(
    _ title: [Inline],
    _ anchor: String,
    _ line: Int,
    _ blocks: [Block]
  ) -> Quiz? {
    var prompt: [Block] = []
    var closing: [Block] = []
    var answer: Quiz.Answer?
    for block in blocks {
      if let found = Self.answer(block) {
        if answer != nil { fault(fileLine: line, "a quiz has one answer, here are two", nil) }
        answer = found
      } else if answer == nil, case .details(let details) = block,
        let found = details.blocks.compactMap(Self.answer).first
      {
        // Folded away for readers on GitHub; a plain list of the choices may stand above.
        answer = found
        if case .choices(let choices) = found, case .list(let list)? = prompt.last,
          list.items.count == choices.count
        {
          prompt.removeLast()
        }
        closing += details.blocks.filter { Self.answer($0) == nil }
      } else if answer == nil {
        prompt.append(block)
      } else {
        closing.append(block)
      }
    }
    let name = title.plainText
    for block in blocks {
      checkBoxes(block)
      if case .details(let details) = block { for inner in details.blocks { checkBoxes(inner) } }
    }
    guard let answer else {
      // A faulty answer has been told of at its own line.
      if (faults.last?.position?.line ?? 0) > line { return nil }
      fault(
        fileLine: line,
        "quiz '\(name)' has no answer",
        "write a task list '- [x] choice — why', or a line 'Answer: 50 ± 1'"
      )
      return nil
    }
    if case .choices(let choices) = answer, !choices.contains(where: \.isCorrect) {
      fault(fileLine: line, "quiz '\(name)' has no right choice", "mark it with [x]")
    }
    var quiz = Quiz(
      id: anchor,
      title: title,
      line: line,
      prompt: prompt,
      answer: answer,
      closing: closing
    )
    quiz.proofs = blocks.flatMap(Self.answerProofs)
    return quiz
  }

  /// Lines `Answer: ...` of which the number cannot be read.
  mutating func checkAnswers(_ fragments: [LessonFragment]) {
    for fragment in fragments {
      switch fragment {
      case .details(_, _, let inner): checkAnswers(inner)
      case .node(let node):
        guard node.content == .paragraph,
          node.children.first?.literal?.hasPrefix("Answer:") == true
        else { continue }
        var copy = self
        let inlines = copy.inlines(node.children)
        if Self.numericAnswer(inlines) != nil { continue }
        let text = Self.split(inlines).before.plainText.dropFirst(7).drop { $0 == " " }
        fault(
          node,
          "'\(text)' is no number that an answer could be",
          "write a line 'Answer: 50 ± 1'; the question says what it counts"
        )
      }
    }
  }

  /// `- [] b` is a plain item, which nobody could choose.
  private mutating func checkBoxes(_ block: Block) {
    guard case .list(let list) = block else { return }
    let isChoice = list.items.contains { $0.isChecked != nil }
    for item in list.items where item.isChecked == nil {
      var text = ""
      if case .paragraph(let inlines)? = item.blocks.first { text = inlines.plainText }
      let box = text.prefix(4).prefix { "[] xX".contains($0) }
      guard isChoice || (box.first == "[" && box.contains("]")) else { continue }
      fault(
        fileLine: item.line,
        "this choice has no box",
        "write '- [ ]' for a wrong one and '- [x]' for a right one, with blanks around the box"
      )
    }
  }

  /// The proofs on a line `Answer: ...`.
  private static func answerProofs(_ block: Block) -> [Proof] {
    switch block {
    case .details(let details): details.blocks.flatMap(answerProofs)
    case .paragraph(let inlines) where numericAnswer(inlines) != nil: split(inlines).before.proofs
    default: []
    }
  }

  private static func answer(_ block: Block) -> Quiz.Answer? {
    switch block {
    case .list(let list) where list.items.contains { $0.isChecked != nil }:
      return .choices(list.items.map(choice))
    case .paragraph(let inlines):
      return numericAnswer(inlines)
    default:
      return nil
    }
  }

  private static func choice(_ item: List.Item) -> Quiz.Choice {
    var content: [Inline] = []
    var reaction: [Inline] = []
    for (index, block) in item.blocks.enumerated() {
      guard case .paragraph(let inlines) = block else { continue }
      if index == 0 {
        (content, reaction) = split(inlines)
      } else {
        reaction += (reaction.isEmpty ? [] : [.softBreak]) + inlines
      }
    }
    return Quiz.Choice(
      content: content,
      isCorrect: item.isChecked ?? false,
      reaction: reaction.isEmpty ? nil : reaction,
      line: item.line
    )
  }

  /// At the first em dash between blanks.
  private static func split(_ inlines: [Inline]) -> (before: [Inline], after: [Inline]) {
    for (index, inline) in inlines.enumerated() {
      guard case .text(let text) = inline, let dash = text.firstRange(of: "—") else { continue }
      let before = text[..<dash.lowerBound].reversed().drop { $0 == " " }.reversed()
      let after = text[dash.upperBound...].drop { $0 == " " }
      let head = inlines[..<index] + (before.isEmpty ? [] : [.text(String(before))])
      let tail = (after.isEmpty ? [] : [.text(String(after))]) + inlines[(index + 1)...]
      return (Array(head), tail)
    }
    return (inlines, [])
  }

  /// `Answer: 50 ± 1`; without a tolerance half of the last digit written, whole numbers exactly.
  private static func numericAnswer(_ inlines: [Inline]) -> Quiz.Answer? {
    let (before, after) = split(inlines)
    let text = before.plainText
    guard text.hasPrefix("Answer:") else { return nil }
    guard let number = NumericAnswer(String(text.dropFirst(7))) else { return nil }
    return .number(number, reaction: after.isEmpty ? nil : after)
  }
}
