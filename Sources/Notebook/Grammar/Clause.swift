/// What may follow the operands of a command: a word and what stands behind it.
package struct Clause: Sendable {
  package var word: Word
  package var summary: String
  var operands: [Operand]
  /// Whether it may be said more than once.
  var repeats: Bool
  /// Whether the operands may come again behind a comma.
  var isList: Bool

  init(
    _ word: Word,
    _ operands: [Operand],
    repeats: Bool = false,
    isList: Bool = false,
    _ summary: String
  ) {
    self.word = word
    self.operands = operands
    self.repeats = repeats
    self.isList = isList
    self.summary = summary
  }

  /// How it is written: `from N to N`.
  package var usage: String {
    ([word.rawValue] + operands.map { $0.placeholder }).joined(separator: " ")
      + (isList ? ", ..." : "")
  }
}

/// One way in which a command goes on.
package struct Form: Sendable {
  /// The words it begins with, by which it is known: `histogram of`.
  var lead: [Word]
  var summary: String
  var operands: [Operand]
  /// Whether the operands may come again behind a comma.
  var isList: Bool
  /// Whether the operands may be left out.
  var isOptional: Bool
  /// In any order.
  package var clauses: [Clause]

  init(
    _ lead: Word...,
    operands: [Operand] = [],
    isList: Bool = false,
    isOptional: Bool = false,
    clauses: [Clause] = [],
    summary: String = ""
  ) {
    self.lead = lead
    self.operands = operands
    self.isList = isList
    self.isOptional = isOptional
    self.clauses = clauses
    self.summary = summary
  }
}
