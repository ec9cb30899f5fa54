import Lessons
import Typesetting

/// Running text: links and pictures go where the course's links lead on the site.
extension LessonMarkup {
  mutating func write(inline content: [Inline]) {
    for piece in content { write(inline: piece) }
  }

  private mutating func write(inline piece: Inline) {
    switch piece {
    case .text(let text): append(Markup.escape(text))
    case .code(let text): append("<code>\(Markup.escape(text))</code>")
    case .math(let formula, let tex): append(formula.mathML(display: false, alternative: tex))
    case .emphasis(let inner): wrap("em", inner)
    case .strong(let inner): wrap("strong", inner)
    case .strikethrough(let inner): wrap("del", inner)
    case .link(let target, let title, let inner): write(link: target, title: title, inner)
    case .image(let source, let title, let alternative):
      write(image: source, title: title, alternative: alternative)
    case .footnote(let number):
      let isFirst = seenFootnotes.insert(number).inserted
      let id = isFirst ? " id=\"\(identifier("fnref:\(number)"))\"" : ""
      append("<sup\(id)><a href=\"#\(identifier("fn:\(number)"))\">\(number)</a></sup>")
    case .proof: break
    case .softBreak: append("\n")
    case .lineBreak: append("<br>\n")
    }
  }

  private mutating func wrap(_ name: String, _ inner: [Inline]) {
    append("<\(name)>")
    write(inline: inner)
    append("</\(name)>")
  }

  private mutating func write(link: String, title: String, _ inner: [Inline]) {
    let address: String
    switch links.destination(of: link, from: file) {
    case .nowhere: return write(inline: inner)
    case .address(let page): address = page
    case .file(let path, let place):
      files.append(path)
      address = place
    }
    let hint = title.isEmpty ? "" : " title=\"\(Markup.escape(title))\""
    append("<a href=\"\(Markup.escape(address))\"\(hint)>")
    write(inline: inner)
    append("</a>")
  }

  private mutating func write(image: String, title: String, alternative: String) {
    // Pictures come from the course alone: a page asks no other host for anything.
    guard case .file(let path, let address) = links.destination(of: image, from: file) else {
      return append(Markup.escape(alternative))
    }
    files.append(path)
    let hint = title.isEmpty ? "" : " title=\"\(Markup.escape(title))\""
    append("<img src=\"\(Markup.escape(address))\" alt=\"\(Markup.escape(alternative))\"\(hint)>")
  }
}
