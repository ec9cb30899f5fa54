/// A node of a Markdown tree as cmark-gfm made it, in Swift values.
package struct MarkdownNode: Equatable, Sendable {
  /// What a node is, with what only such a node has.
  package enum Content: Equatable, Sendable {
    case document, quote, paragraph, rule, footnote, cell
    case softBreak, lineBreak, emphasis, strong, strikethrough
    /// Bullets where it has no start.
    case list(start: Int?, isTight: Bool)
    /// Nil where it is no item of a task list.
    case item(isChecked: Bool?)
    case code(Fence)
    case heading(level: Int)
    case table([MarkdownTable.Alignment])
    case row(isHeader: Bool)
    case html(String)
    case text(String)
    case inlineCode(String)
    case inlineHTML(String)
    case link(target: String, title: String)
    case image(source: String, title: String)
    /// Definitions are numbered in the order of their first reference.
    case footnoteReference(Int)
  }

  /// A block of code.
  package struct Fence: Equatable, Sendable {
    package var text: String
    /// All that stands behind the opening marks.
    package var information: String
    /// How many marks open it; 0 where it is code by indentation.
    package var length: Int

    var language: String { String(information.prefix { !$0.isWhitespace }) }
  }

  package var content: Content
  package var line = 0
  /// In bytes, from 1.
  package var column = 0
  package var endLine = 0
  package var endColumn = 0
  package var children: [MarkdownNode] = []

  package init(_ content: Content) {
    self.content = content
  }

  /// The level of a heading.
  package var headingLevel: Int? { if case .heading(let level) = content { level } else { nil } }

  /// What a plain text, or code in one, says.
  var literal: String? {
    switch content {
    case .text(let text), .inlineCode(let text): text
    default: nil
    }
  }
}

/// What the renderer answers: the document and nothing of the library.
package struct MarkdownTree: Equatable, Sendable {
  package var document: MarkdownNode

  package init(document: MarkdownNode) {
    self.document = document
  }
}
