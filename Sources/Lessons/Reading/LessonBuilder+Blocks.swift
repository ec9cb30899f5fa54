import Formulas
internal import Typesetting

extension LessonBuilder {
  /// Blocks of a step, quote, item or details; a `descent` fence takes the `output` fence after it.
  mutating func blocks(_ fragments: [LessonFragment]) -> [Block] {
    var result: [Block] = []
    var index = 0
    while index < fragments.count {
      defer { index += 1 }
      switch fragments[index] {
      case .details(let summary, let line, let inner):
        let fileLine = line + source.frontMatterLines
        result.append(
          .details(Details(summary: [.text(summary)], blocks: blocks(inner), line: fileLine))
        )
      case .node(let node):
        guard case .code(let fence) = node.content, fence.language == "descent" else {
          if let block = block(node) { result.append(block) }
          continue
        }
        var output: (node: MarkdownNode, fence: MarkdownNode.Fence)?
        if index + 1 < fragments.count, case .node(let next) = fragments[index + 1],
          case .code(let below) = next.content
        {
          if below.language == "output" {
            output = (next, below)
            index += 1
          } else if Self.meansOutput(below.language) {
            fault(next, "unknown fence '\(below.language)' below a cell", Self.outputHint)
          }
        }
        result.append(.cell(cell(node, fence, output)))
      }
    }
    return result
  }

  private mutating func block(_ node: MarkdownNode) -> Block? {
    switch node.content {
    case .paragraph:
      let inner = inlines(node.children)
      return inner.isEmpty ? nil : .paragraph(inner)
    case .heading(let level):
      if level <= 2 {
        fault(node, "a step cannot begin inside a list, quote or details", "use '###' here")
      }
      let inner = inlines(node.children)
      return .heading(level: level, inner, anchor: anchor(inner, node))
    case .quote: return quote(node)
    case .list(let start, let isTight):
      return .list(List(start: start, isTight: isTight, items: items(node)))
    case .table(let alignments): return .table(table(node, alignments))
    case .code(let fence): return code(node, fence)
    case .rule: return .rule
    default: return nil
    }
  }

  private mutating func quote(_ node: MarkdownNode) -> Block {
    var children = node.children
    guard let first = children.first, first.content == .paragraph, let mark = first.children.first,
      case .text(let text) = mark.content, text.hasPrefix("[!")
    else { return .quote(blocks(fragments(children))) }
    let name = text.dropFirst(2).prefix { $0 != "]" }
    guard let alert = Alert(rawValue: name.uppercased()) else {
      let names = Alert.allCases.map(\.rawValue)
      fault(
        mark,
        "unknown alert '[!\(name)]'",
        Suggestion.hintOrList(for: name.uppercased(), among: names)
      )
      return .quote(blocks(fragments(children)))
    }
    if text.count > name.count + 3 {
      fault(mark, "an alert's mark stands alone on its line", "write the text on the next line")
    }
    let rest = first.children.dropFirst().drop { $0.content == .softBreak }
    children[0].children = Array(rest)
    if rest.isEmpty { children.removeFirst() }
    return .alert(alert, blocks(fragments(children)))
  }

  private mutating func items(_ list: MarkdownNode) -> [List.Item] {
    var items: [List.Item] = []
    for node in list.children {
      guard case .item(let isChecked) = node.content else { continue }
      let blocks = blocks(fragments(node.children))
      items.append(List.Item(blocks: blocks, isChecked: isChecked, line: line(node)))
    }
    return items
  }

  /// `Output`, `ouput`, `{output}`, `expected`: a slip, after which nothing would be compared.
  private static func meansOutput(_ language: String) -> Bool {
    let word = language.lowercased().drop { !$0.isLetter }.prefix { $0.isLetter }
    return ["expected", "result", "results"].contains(word)
      || Spelling.distance(Array(word.utf8), Array("output".utf8)) <= 2
  }

  private static let outputHint = "what the cell prints stands in a fence ```output"

  private mutating func code(_ node: MarkdownNode, _ fence: MarkdownNode.Fence) -> Block? {
    let language = fence.language
    switch language {
    case "math":
      return mathBlock(node, fence.text)
    case "output":
      fault(node, "an output fence without a cell", "put it directly after a 'descent' fence")
      return nil
    default:
      let isOurs = language.lowercased().hasPrefix("descent") || language.hasPrefix("{descent")
      if isOurs && language != "descent" {
        fault(node, "unknown fence '\(language)'", "words follow a blank: ```descent setup")
      }
      return .code(language: language, text: fence.text)
    }
  }

  private mutating func mathBlock(_ node: MarkdownNode, _ tex: String) -> Block? {
    do {
      return .math(try TeX.parse(tex), tex: tex)
    } catch {
      // Its column counts through the whole text of the fence.
      let before = tex.prefix(max(error.column - 1, 0))
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      let line = line(node) + 1 + before.count(where: \.isNewline)
      fault(fileLine: line, column: column, error.message, error.hint)
      return nil
    }
  }
}
