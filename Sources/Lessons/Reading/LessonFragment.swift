/// A Markdown node, or a `<details>` rebuilt from the HTML blocks around its content.
indirect enum LessonFragment {
  case node(MarkdownNode)
  case details(summary: String, line: Int, [LessonFragment])
}

extension LessonFragment {
  /// A heading or another `<details>`: no author means it to be folded away in one that has no end.
  fileprivate var beginsAnew: Bool {
    switch self {
    case .details: true
    case .node(let node): node.headingLevel.map { $0 <= 3 } ?? false
    }
  }
}

extension LessonBuilder {
  private struct OpenDetails {
    var line: Int
    var summary: String?
    /// Something in it has been told of.
    var isFaulty = false
    var inner: [LessonFragment] = []
  }

  /// Pairs `<details>` with `</details>` among siblings; comments are dropped, other HTML is an
  /// error.
  mutating func fragments(_ nodes: [MarkdownNode]) -> [LessonFragment] {
    var done: [LessonFragment] = []
    var open: [OpenDetails] = []
    func add(_ fragment: LessonFragment) {
      if let last = open.indices.last {
        open[last].inner.append(fragment)
      } else {
        done.append(fragment)
      }
    }
    for node in nodes {
      guard case .html(let text) = node.content else {
        if let last = open.last, last.summary == nil {
          fault(line: last.line, "'<details>' has no summary", Self.detailsHint)
          open[open.count - 1].summary = ""
        }
        add(.node(node))
        continue
      }
      for (piece, lines) in HTMLFragment.pieces(of: text) {
        let line = node.line + lines
        switch piece {
        case .comment(let text):
          checkComment(text, line: line)
          if text.split(whereSeparator: \.isWhitespace) == ["reference"], referenceLine == nil {
            referenceLine = line + source.frontMatterLines
          }
        case .open:
          open.append(OpenDetails(line: line))
        case .summary(let text):
          guard let last = open.indices.last, open[last].summary == nil else {
            fault(line: line, "'<summary>' belongs directly after '<details>'", Self.detailsHint)
            break
          }
          open[last].summary = text
        case .close:
          guard let last = open.popLast() else {
            fault(line: line, "'</details>' without '<details>'", nil)
            break
          }
          if last.summary == nil { fault(line: last.line, "'<details>' has no summary", nil) }
          if let summary = last.summary, last.inner.isEmpty, !last.isFaulty {
            fault(line: last.line, "'\(summary)' folds nothing away", Self.emptyHint)
          }
          add(.details(summary: last.summary ?? "", line: last.line, last.inner))
        case .other(let text):
          if let last = open.indices.last { open[last].isFaulty = true }
          if open.isEmpty || text.hasPrefix("<") {
            fault(line: line, "HTML '\(text)' is not part of a lesson", Self.htmlHint)
          } else {
            fault(line: line, "text directly after a tag is not read as Markdown", Self.blankHint)
          }
        }
      }
    }
    while let last = open.popLast() {
      fault(line: last.line, "'<details>' has no end", "close it with '</details>'")
      // Most likely it was to end before the next heading or fold: what follows is read as if it had.
      let end = last.inner.firstIndex(where: \.beginsAnew) ?? last.inner.endIndex
      let kept = Array(last.inner[..<end])
      for fragment in [.details(summary: last.summary ?? "", line: last.line, kept)]
        + last.inner[end...]
      {
        add(fragment)
      }
    }
    return done
  }

  private static let detailsHint = "write <details><summary>Hint 1</summary>, then a blank line"
  private static let htmlHint = "only <details>, <summary> and comments, without attributes"
  private static let emptyHint = "write its text, after a blank line, before </details>"
  private static let blankHint = "leave a blank line after <summary>...</summary>"
}
