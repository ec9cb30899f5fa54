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
      switch node.content {
      case .text(let written):
        let text = dropsDollar ? String(written.dropFirst()) : written
        dropsDollar = false
        checkDollars(text, node)
        checkComments(text, node)
        noteDecimals(written, node)
        if !text.isEmpty { result.append(.text(text)) }
      case .inlineCode(let code):
        if case .text(let before)? = result.last, before.hasSuffix("$"),
          index + 1 < nodes.count, case .text(let after) = nodes[index + 1].content,
          after.hasPrefix("$")
        {
          result.removeLast()
          if before.count > 1 { result.append(.text(String(before.dropLast()))) }
          result.append(math(node, code))
          dropsDollar = true
        } else {
          result.append(.code(code))
        }
      case .softBreak: result.append(.softBreak)
      case .lineBreak: result.append(.lineBreak)
      case .emphasis: result.append(.emphasis(inlines(node.children)))
      case .strong: result.append(.strong(inlines(node.children)))
      case .strikethrough: result.append(.strikethrough(inlines(node.children)))
      case .link(let target, let title): result.append(link(node, to: target, title))
      case .image(let source, let title): result.append(image(node, from: source, title))
      case .footnoteReference(let number): result.append(.footnote(number))
      case .inlineHTML(let text):
        if let proof = proof(node, text) {
          result.append(.proof(proof))
        } else if !text.hasPrefix("<!--") {
          fault(
            node,
            "HTML '\(text.prefix(40))' is not part of a lesson",
            "write Markdown; a '<' on its own is written `<` or \\<"
          )
        }
      default: result += inlines(node.children)
      }
    }
    return result
  }

  private mutating func math(_ node: MarkdownNode, _ tex: String) -> Inline {
    do {
      return .math(try TeX.parse(tex), tex: tex)
    } catch {
      let line = line(node)
      let start = source.column(line: line, byteColumn: node.column)
      let column = node.endLine == node.line ? start + error.column - 1 : start
      fault(fileLine: line, column: column, error.message, error.hint)
      return .code(tex)
    }
  }

  private mutating func link(
    _ node: MarkdownNode,
    to target: String,
    _ title: String
  ) -> Inline {
    let counted = countsDecimals
    countsDecimals = false
    let inner = inlines(node.children)
    countsDecimals = counted
    guard LinkTarget(target) != nil else {
      fault(node, "link target '\(target)' is not allowed", Self.targetHint)
      return .emphasis(inner)
    }
    note(node, target)
    return .link(target: target, title: title, inner)
  }

  private mutating func note(_ node: MarkdownNode, _ target: String) {
    let line = line(node)
    let column = source.column(line: line, byteColumn: node.column)
    links.append(
      Lesson.Link(target: target, position: SourcePosition(line: line, column: column))
    )
  }

  private mutating func image(
    _ node: MarkdownNode,
    from source: String,
    _ title: String
  ) -> Inline {
    let alternative = inlines(node.children).plainText
    switch LinkTarget(source) {
    case .relative(let path, _) where !path.isEmpty:
      break
    case .web?:
      fault(node, "image '\(source)' is on another host", "put it beside the lesson")
    default:
      fault(node, "image target '\(source)' is not allowed", "name a file beside the lesson")
    }
    if alternative.allSatisfy(\.isWhitespace) {
      fault(node, "the image has no text", "say in the brackets what it shows: ![...](file)")
    }
    note(node, source)
    return .image(source: source, title: title, alternative: alternative)
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
