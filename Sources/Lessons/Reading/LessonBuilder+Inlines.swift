internal import Typesetting

extension LessonBuilder {
  /// Running text.
  ///
  /// `` $`x`$ `` reaches us as text that ends in a dollar sign, code, and text that begins with
  /// one.
  mutating func inlines(_ nodes: [MarkdownNode]) -> [Inline] {
    checkReferences(nodes)
    var result: [Inline] = []
    var dropsDollar = false
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .text:
        let text = dropsDollar ? String(node.text.dropFirst()) : node.text
        dropsDollar = false
        checkDollars(text, node)
        checkComments(text, node)
        noteDecimals(node.text, node)
        if !text.isEmpty { result.append(.text(text)) }
      case .inlineCode:
        if case .text(let before)? = result.last, before.hasSuffix("$"),
          index + 1 < nodes.count, nodes[index + 1].kind == .text,
          nodes[index + 1].text.hasPrefix("$")
        {
          result.removeLast()
          if before.count > 1 { result.append(.text(String(before.dropLast()))) }
          result.append(math(node))
          dropsDollar = true
        } else {
          result.append(.code(node.text))
        }
      case .softBreak: result.append(.softBreak)
      case .lineBreak: result.append(.lineBreak)
      case .emphasis: result.append(.emphasis(inlines(node.children)))
      case .strong: result.append(.strong(inlines(node.children)))
      case .strikethrough: result.append(.strikethrough(inlines(node.children)))
      case .link: result.append(link(node))
      case .image: result.append(image(node))
      case .footnoteReference: result.append(.footnote(Int(node.text) ?? 0))
      case .inlineHTML:
        if let proof = proof(node) {
          result.append(.proof(proof))
        } else if !node.text.hasPrefix("<!--") {
          fault(
            node,
            "HTML '\(node.text.prefix(40))' is not part of a lesson",
            "write Markdown; a '<' on its own is written `<` or \\<"
          )
        }
      default: result += inlines(node.children)
      }
    }
    return result
  }

  private mutating func math(_ node: MarkdownNode) -> Inline {
    do {
      return .math(try TeX.parse(node.text), tex: node.text)
    } catch {
      let line = line(node)
      let start = source.column(line: line, byteColumn: node.column)
      let column = node.endLine == node.line ? start + error.column - 1 : start
      fault(fileLine: line, column: column, error.message, error.hint)
      return .code(node.text)
    }
  }

  private mutating func link(_ node: MarkdownNode) -> Inline {
    let counted = countsDecimals
    countsDecimals = false
    let inner = inlines(node.children)
    countsDecimals = counted
    guard LinkTarget(node.text) != nil else {
      fault(node, "link target '\(node.text)' is not allowed", Self.targetHint)
      return .emphasis(inner)
    }
    note(node)
    return .link(target: node.text, title: node.detail, inner)
  }

  private mutating func note(_ node: MarkdownNode) {
    let line = line(node)
    let column = source.column(line: line, byteColumn: node.column)
    links.append(
      Lesson.Link(target: node.text, position: SourcePosition(line: line, column: column))
    )
  }

  private mutating func image(_ node: MarkdownNode) -> Inline {
    let alternative = inlines(node.children).plainText
    switch LinkTarget(node.text) {
    case .relative(let path, _) where !path.isEmpty:
      break
    case .web?:
      fault(node, "image '\(node.text)' is on another host", "put it beside the lesson")
    default:
      fault(node, "image target '\(node.text)' is not allowed", "name a file beside the lesson")
    }
    if alternative.allSatisfy(\.isWhitespace) {
      fault(node, "the image has no text", "say in the brackets what it shows: ![...](file)")
    }
    note(node)
    return .image(source: node.text, title: node.detail, alternative: alternative)
  }

  /// `$x_1$` and `$$...$$` are eaten by Markdown's emphasis and escapes; they are never meant.
  private mutating func checkDollars(_ text: String, _ node: MarkdownNode) {
    // Few texts hold a dollar sign, and a search for two is slow.
    guard text.utf8.contains(UInt8(ascii: "$")), text.contains("$$") || text.contains("$\\")
    else { return }
    fault(
      node,
      "mathematics in bare dollar signs is not safe in Markdown",
      "write $`...`$, or a fence with the word math"
    )
  }

  private static let targetHint = "allowed are http, https, mailto, relative paths and #anchors"
}
