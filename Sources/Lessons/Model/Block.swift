package import Typesetting

/// A paragraph, list, cell, exercise, ...: what a step is made of.
package indirect enum Block: Equatable, Sendable {
  case paragraph([Inline])
  /// H3 to H6; H1 is the lesson, H2 a step.
  case heading(level: Int, [Inline], anchor: String)
  case quote([Block])
  /// `> [!NOTE]` and its kin.
  case alert(Alert, [Block])
  case list(List)
  case table(MarkdownTable)
  /// A fence that is neither a cell nor mathematics; `language` is its first word.
  case code(language: String, text: String)
  /// A `math` fence.
  case math(MathNode, tex: String)
  case cell(Cell)
  case details(Details)
  case exercise(Exercise)
  case quiz(Quiz)
  case rule
}

/// The five kinds of GitHub's alerts.
package enum Alert: String, CaseIterable, Sendable {
  case note = "NOTE"
  case tip = "TIP"
  case important = "IMPORTANT"
  case warning = "WARNING"
  case caution = "CAUTION"

  /// As a heading: `Note`.
  package var title: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
}

/// A bulleted or numbered list.
package struct List: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    package var blocks: [Block]
    /// Of a task list: ticked or not.
    package var isChecked: Bool?
    package var line: Int

    package init(blocks: [Block], isChecked: Bool? = nil, line: Int) {
      self.blocks = blocks
      self.isChecked = isChecked
      self.line = line
    }
  }

  /// The first number of a numbered list.
  package var start: Int?
  /// Without blank lines between items: their paragraphs are set close.
  package var isTight: Bool
  package var items: [Item]

  package init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A table; every row has as many cells as the header.
package struct MarkdownTable: Equatable, Sendable {
  package enum Alignment: Equatable, Sendable {
    case none, left, centre, right
  }

  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// A `<details>` with its `<summary>`: folded on a page, opened on demand in the terminal.
package struct Details: Equatable, Sendable {
  package var summary: [Inline]
  package var blocks: [Block]
  package var line: Int

  package init(summary: [Inline], blocks: [Block], line: Int) {
    self.summary = summary
    self.blocks = blocks
    self.line = line
  }
}

/// A footnote, numbered in order of first reference from 1.
package struct Footnote: Equatable, Sendable {
  package var number: Int
  package var blocks: [Block]

  package init(number: Int, blocks: [Block]) {
    self.number = number
    self.blocks = blocks
  }
}
