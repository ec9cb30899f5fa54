extension [Block] {
  /// The numbers of the footnotes that these blocks refer to.
  package var footnoteNumbers: Set<Int> {
    var numbers: Set<Int> = []
    for inlines in runs { inlines.collectFootnotes(&numbers) }
    return numbers
  }

  /// Every run of text in these blocks, in order.
  package var runs: [[Inline]] {
    flatMap { block -> [[Inline]] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines, _): [inlines]
      case .quote(let inner), .alert(_, let inner): inner.runs
      case .list(let list): list.items.flatMap(\.blocks.runs)
      case .table(let table): table.header + table.rows.flatMap { $0 }
      case .details(let details): [details.summary] + details.blocks.runs
      case .exercise(let exercise):
        [exercise.title] + exercise.prompt.runs + exercise.hints.flatMap(\.blocks.runs)
          + exercise.solution.blocks.runs + exercise.closing.runs
      case .quiz(let quiz):
        [quiz.title] + quiz.prompt.runs + quiz.answer.runs + quiz.closing.runs
      case .code, .math, .cell, .rule: []
      }
    }
  }
}

extension Quiz.Answer {
  /// Choices and what is said to them; the line of a numeric answer with its proof.
  var runs: [[Inline]] {
    switch self {
    case .choices(let choices): choices.flatMap { [$0.content] + ($0.reaction.map { [$0] } ?? []) }
    case .number(_, let reaction): reaction.map { [$0] } ?? []
    }
  }
}

extension [Inline] {
  /// The proofs among them, in order.
  var proofs: [Proof] {
    flatMap { inline -> [Proof] in
      switch inline {
      case .proof(let proof): [proof]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner):
        inner.proofs
      default: []
      }
    }
  }

  fileprivate func collectFootnotes(_ numbers: inout Set<Int>) {
    for inline in self {
      switch inline {
      case .footnote(let number): numbers.insert(number)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner):
        inner.collectFootnotes(&numbers)
      case .text, .code, .math, .image, .proof, .softBreak, .lineBreak: break
      }
    }
  }
}
