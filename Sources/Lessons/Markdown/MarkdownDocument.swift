internal import CMarkGFM

/// Markdown through cmark-gfm.
///
/// Lives in the supervised child only: the library hangs and aborts on known inputs.
///
/// Attached are table, tasklist, strikethrough and footnotes, no others; `CMARK_OPT_UNSAFE` is
/// never set, and nothing is rendered by the library: the tree is all that is taken from it.
struct MarkdownDocument {
  enum Failure: Error {
    case tooDeep
    case tooLarge
  }

  /// Nodes within nodes, emphasis too; no text that people write comes near.
  static let depthLimit = 200
  static let replyLimit = 48 << 20

  /// Bytes for the pipe, made while the tree is walked; the walk does not recurse.
  static func encoded(_ markdown: [UInt8]) throws(Failure) -> [UInt8] {
    _ = extensionsAreRegistered
    guard let parser = cmark_parser_new(options) else { throw .tooLarge }
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist", "strikethrough"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    markdown.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        cmark_parser_feed(parser, text.baseAddress, text.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { throw .tooLarge }
    defer { cmark_node_free(root) }
    return try encode(root)
  }
}

/// Footnotes, and invalid UTF-8 replaced; the default otherwise, which is safe.
private let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8

/// Registering twice would leak; a global is computed once.
private let extensionsAreRegistered: Bool = {
  cmark_gfm_core_extensions_ensure_registered()
  return true
}()

extension MarkdownDocument {
  private static func encode(_ root: OpaquePointer) throws(Failure) -> [UInt8] {
    var writer = WireWriter()
    var depth = 0
    var node = root
    while true {
      write(node, to: &writer)
      if writer.bytes.count > replyLimit { throw .tooLarge }
      if let child = cmark_node_first_child(node) {
        depth += 1
        if depth > depthLimit { throw .tooDeep }
        node = child
        continue
      }
      while true {
        writer.end()
        if node == root { return writer.bytes }
        if let sibling = cmark_node_next(node) {
          node = sibling
          break
        }
        guard let parent = cmark_node_parent(node) else { return writer.bytes }
        depth -= 1
        node = parent
      }
    }
  }

  private static func write(_ pointer: OpaquePointer, to writer: inout WireWriter) {
    let kind = kind(of: pointer)
    writer.begin(kind)
    writer.number(cmark_node_get_start_line(pointer))
    writer.number(cmark_node_get_start_column(pointer))
    writer.number(cmark_node_get_end_line(pointer))
    writer.number(cmark_node_get_end_column(pointer))
    writer.number(number(of: pointer, kind))
    switch kind {
    case .code:
      writer.text(cmark_node_get_literal(pointer))
      writer.text(cmark_node_get_fence_info(pointer))
    case .html, .text, .inlineCode, .inlineHTML, .footnote, .footnoteReference:
      writer.text(cmark_node_get_literal(pointer))
      writer.number(0)
    case .link, .image:
      writer.text(cmark_node_get_url(pointer))
      writer.text(cmark_node_get_title(pointer))
    case .table:
      writer.number(0)
      writer.text(alignments(pointer))
    case .list:
      writer.number(0)
      writer.text(cmark_node_get_list_tight(pointer) != 0 ? Array("tight".utf8) : [])
    default:
      writer.number(0)
      writer.number(0)
    }
  }

  private static func number(of pointer: OpaquePointer, _ kind: WireTag) -> Int32 {
    switch kind {
    case .heading:
      return cmark_node_get_heading_level(pointer)
    case .list:
      // A list may start at 0, which stands for bullets.
      let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      return isOrdered ? cmark_node_get_list_start(pointer) + 1 : 0
    case .item:
      guard isNamed(pointer, "tasklist") else { return 0 }
      return cmark_gfm_extensions_get_tasklist_item_checked(pointer) ? 2 : 1
    case .code:
      return fenceLength(pointer)
    case .row:
      return cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 ? 1 : 0
    default:
      return 0
    }
  }

  private static func kind(of pointer: OpaquePointer) -> WireTag {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return .code
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .inlineCode
    case CMARK_NODE_HTML_INLINE: return .inlineHTML
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: break
    }
    // Types of extensions are numbered when these are registered; their names are fixed.
    if isNamed(pointer, "table_cell") { return .cell }
    if isNamed(pointer, "table_row") || isNamed(pointer, "table_header") { return .row }
    if isNamed(pointer, "strikethrough") { return .strikethrough }
    return isNamed(pointer, "table") ? .table : .paragraph
  }

  private static func isNamed(_ pointer: OpaquePointer, _ name: String) -> Bool {
    cmark_node_get_type_string(pointer).map { String(cString: $0) } == name
  }

  private static func fenceLength(_ pointer: OpaquePointer) -> Int32 {
    var length: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    let isFenced = cmark_node_get_fenced(pointer, &length, &offset, &mark)
    return isFenced != 0 ? max(length, 1) : 0
  }

  private static func alignments(_ pointer: OpaquePointer) -> [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let marks = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { marks[$0] == 0 ? UInt8(ascii: "-") : marks[$0] }
  }
}
