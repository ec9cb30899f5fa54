/// A node of a Markdown tree as cmark-gfm made it, in Swift values.
package struct MarkdownNode: Equatable, Sendable {
  package enum Kind: UInt8, Sendable {
    // 0 ends a node on the wire.
    case document = 1
    case quote, list, item, code, html, paragraph, heading, rule, footnote
    case table, row, cell
    case text, softBreak, lineBreak, inlineCode, inlineHTML
    case emphasis, strong, strikethrough, link, image, footnoteReference
  }

  package var kind: Kind
  package var line = 0
  /// In bytes, from 1.
  package var column = 0
  package var endLine = 0
  package var endColumn = 0
  /// A heading's level, a list's start (0: bullets), 1 for a header row, the length of a fence
  /// (0: code by indentation), 1 for an open and 2 for a ticked item of a task list.
  package var number = 0
  /// The literal of text, code and HTML; the target of a link or image.
  package var text = ""
  /// A fence's information, a link's title, a table's alignments (`-lcr`), `tight` of a list.
  package var detail = ""
  package var children: [MarkdownNode] = []

  package init(kind: Kind) {
    self.kind = kind
  }
}

/// What the renderer answers: the document and nothing of the library.
package struct MarkdownTree: Equatable, Sendable {
  package var document: MarkdownNode

  package init(document: MarkdownNode) {
    self.document = document
  }
}
