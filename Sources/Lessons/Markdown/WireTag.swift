/// What a node is, on the pipe; 0 ends one there.
enum WireTag: UInt8 {
  case document = 1
  case quote, list, item, code, html, paragraph, heading, rule, footnote
  case table, row, cell
  case text, softBreak, lineBreak, inlineCode, inlineHTML
  case emphasis, strong, strikethrough, link, image, footnoteReference
}

extension WireTag {
  /// The content that the fields of a node stand for.
  ///
  /// - Parameters:
  ///   - number: a heading's level, a list's start and one more (0: bullets), 1 for a header row, the
  ///     length of a fence, 1 for an open and 2 for a ticked item of a task list.
  ///   - text: the literal of text, code and HTML; the target of a link or image.
  ///   - detail: a fence's information, a link's title, a table's alignments (`-lcr`), `tight`.
  func content(_ number: Int, _ text: String, _ detail: String) -> MarkdownNode.Content {
    switch self {
    case .document: .document
    case .quote: .quote
    case .list: .list(start: number > 0 ? number - 1 : nil, isTight: detail == "tight")
    case .item: .item(isChecked: number == 0 ? nil : number == 2)
    case .code: .code(MarkdownNode.Fence(text: text, information: detail, length: number))
    case .html: .html(text)
    case .paragraph: .paragraph
    case .heading: .heading(level: number)
    case .rule: .rule
    case .footnote: .footnote
    case .table: .table(detail.utf8.map(MarkdownTable.Alignment.init))
    case .row: .row(isHeader: number == 1)
    case .cell: .cell
    case .text: .text(text)
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .inlineCode: .inlineCode(text)
    case .inlineHTML: .inlineHTML(text)
    case .emphasis: .emphasis
    case .strong: .strong
    case .strikethrough: .strikethrough
    case .link: .link(target: text, title: detail)
    case .image: .image(source: text, title: detail)
    case .footnoteReference: .footnoteReference(Int(text) ?? 0)
    }
  }
}

extension MarkdownTable.Alignment {
  fileprivate init(_ mark: UInt8) {
    switch mark {
    case UInt8(ascii: "l"): self = .left
    case UInt8(ascii: "c"): self = .centre
    case UInt8(ascii: "r"): self = .right
    default: self = .none
    }
  }
}
