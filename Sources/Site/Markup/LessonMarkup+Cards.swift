package import Lessons
import Typesetting

/// Items of the contents page that lead to lessons: each with its title, and its sentence below.
extension LessonMarkup {
  /// What an item leads to.
  package struct Card {
    package var entry: Course.Entry
    /// The lesson's place in the course from 1 and its id; nil of a page that is no lesson.
    package var lesson: (number: Int, identifier: String)?

    package init(_ entry: Course.Entry, lesson: (number: Int, identifier: String)? = nil) {
      self.entry = entry
      self.lesson = lesson
    }
  }

  mutating func write(cards list: List) {
    let isLessons = list.items.contains { options.cards[$0.line]?.lesson != nil }
    let name = isLessons ? "ol" : "ul"
    append("<\(name) class=\"\(isLessons ? "lessons" : "pages")\">\n")
    for item in list.items {
      if let card = options.cards[item.line] {
        write(card)
        write(Array(item.blocks.dropFirst()))
      } else {
        append("<li class=\"plain\">")
        write(item.blocks)
      }
      append("</li>\n")
    }
    append("</\(name)>\n")
  }

  private mutating func write(_ card: Card) {
    let file = card.entry.file
    if let lesson = card.lesson {
      let name = Markup.escape(SiteLinks.stem(of: file))
      append("<li value=\"\(lesson.number)\" data-lesson=\"\(Markup.escape(lesson.identifier))\"")
      append(" data-name=\"\(name)\">")
    } else {
      append("<li>")
    }
    append("<a href=\"\(Markup.escape(SiteAddresses.encoded(SiteLinks.page(of: file))))\">")
    write(inline: card.entry.heading)
    append("</a>")
    if !card.entry.sentence.isEmpty {
      append(" ")
      element("p", card.entry.sentence)
    }
  }
}
