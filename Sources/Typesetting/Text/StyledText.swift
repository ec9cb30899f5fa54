/// What a piece of text is, so that each medium can dress it: the terminal in colours, the page in
/// classes, a script not at all.
package enum TextStyle: Hashable, Sendable {
  case plain
  case strong
  case faint
  case heading
  case name
  case number
  case keyword
  case changed
  case good
  case bad
  case hint
  /// The n-th of several things told apart (plot series, compared runs), counted from 0.
  case series(Int)
  /// A cell of a picture: foreground and background, each 0xRRGGBB or -1 for the terminal's own.
  case paint(foreground: Int, background: Int)
}

/// Text with a style per piece; its plain form is what scripts print and lessons check.
package struct StyledText: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package var text: String
    package var style: TextStyle

    package init(_ text: String, _ style: TextStyle = .plain) {
      self.text = text
      self.style = style
    }
  }

  package private(set) var spans: [Span] = []

  package init() {}

  package init(_ text: String, _ style: TextStyle = .plain) {
    append(text, style)
  }

  package mutating func append(_ text: String, _ style: TextStyle = .plain) {
    if text.isEmpty { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(Span(text, style))
    }
  }

  package mutating func append(_ other: StyledText) {
    for span in other.spans { append(span.text, span.style) }
  }

  package var plain: String {
    var text = ""
    for span in spans { text += span.text }
    return text
  }

  package var isEmpty: Bool { spans.isEmpty }
}
