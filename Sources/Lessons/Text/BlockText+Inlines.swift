package import Typesetting

extension BlockText {
  /// Running text broken at blanks so that no line is wider than asked, where words allow it.
  package func wrap(
    _ inlines: [Inline],
    _ width: Int,
    _ style: TextStyle = .plain
  ) -> [StyledText] {
    var wrapper = TextWrapper(width: width)
    wrapper.add(styled(inlines, style))
    return wrapper.finished()
  }

  private func styled(_ inlines: [Inline], _ style: TextStyle) -> StyledText {
    var text = StyledText()
    for inline in inlines {
      switch inline {
      case .text(let piece):
        text.append(oneLine(piece), style)
      case .code(let code):
        text.append("`" + oneLine(code).replacing(" ", with: "\u{A0}") + "`", .name)
      case .math(let node, _):
        let line = symbols == .ascii ? node.asciiLine : node.line
        text.append(oneLine(line).replacing(" ", with: "\u{A0}"), .name)
      case .emphasis(let inner), .strong(let inner):
        text.append(styled(inner, style == .plain ? .strong : style))
      case .strikethrough(let inner):
        text.append("~", .faint)
        text.append(styled(inner, .faint))
        text.append("~", .faint)
      case .link(let target, _, let inner):
        let words = styled(inner, style)
        text.append(words)
        let address = oneLine(target)
        if !target.hasPrefix("#") && words.plain != address {
          text.append(" <" + address + ">", .faint)
        }
      case .image(let source, _, let alternative):
        text.append("[picture: " + oneLine(alternative) + "]", style)
        text.append(" <" + oneLine(source) + ">", .faint)
      case .footnote(let number): text.append("[\(number)]", .faint)
      case .proof: break
      case .softBreak: text.append(" ", style)
      case .lineBreak: text.append("\n", style)
      }
    }
    return text
  }

  private func oneLine(_ text: String) -> String {
    visible(text).replacing("\n", with: " ").replacing("\t", with: " ")
  }
}

/// Breaks styled text at blanks; a no-break blank holds its neighbours together where they fit.
struct TextWrapper {
  let width: Int
  private var lines: [StyledText] = []
  private var line = StyledText()
  private var columns = 0
  private var word = StyledText()
  private var blank: TextStyle?

  init(width: Int) {
    self.width = max(width, 1)
  }

  mutating func add(_ text: StyledText) {
    for span in text.spans {
      var piece = ""
      for scalar in span.text.unicodeScalars {
        if scalar != " " && scalar != "\n" {
          piece.unicodeScalars.append(scalar)
          continue
        }
        word.append(piece, span.style)
        piece = ""
        endWord()
        if scalar == "\n" { endLine() } else { blank = span.style }
      }
      word.append(piece, span.style)
    }
  }

  mutating func finished() -> [StyledText] {
    endWord()
    if !line.isEmpty { endLine() }
    return lines
  }
}

extension TextWrapper {
  private mutating func endWord() {
    if word.isEmpty { return }
    let wide = DisplayWidth.columns(word.plain)
    if wide > width && word.plain.unicodeScalars.contains("\u{A0}") {
      // Too wide to hold together.
      let loose = word.mapText { $0.replacing("\u{A0}", with: " ") }
      word = StyledText()
      add(loose)
      return endWord()
    }
    if !line.isEmpty && columns + 1 + wide > width { endLine() }
    if !line.isEmpty, let style = blank {
      line.append(" ", style)
      columns += 1
    }
    line.append(word.mapText { $0.replacing("\u{A0}", with: " ") })
    columns += wide
    word = StyledText()
    blank = nil
  }

  private mutating func endLine() {
    lines.append(line)
    line = StyledText()
    columns = 0
    blank = nil
  }
}
