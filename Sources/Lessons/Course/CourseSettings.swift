internal import Yams

/// What the front matter of a contents page says of the whole course.
package struct CourseSettings: Equatable, Sendable {
  /// Keeps progress where the title changes; the title where there is none.
  package var id: String?
  /// What pages carry at their head and behind their titles, where the title is long.
  package var name: String?
  /// One sentence for the cover, for search engines and below the title in the terminal.
  package var tagline: String?
  package var language: String?
  package var footer: String?
  /// Where the site will be; `--site-url` comes before it.
  package var url: String?
  /// A picture of the course, relative to its folder.
  package var logo: String?

  package static let keys = ["id", "name", "tagline", "language", "footer", "url", "logo"]

  package init() {}

  init(of source: LessonSource, faults: inout [LocatedError]) {
    var settings = CourseSettings()
    PageHead.read(source, keys: Self.keys, faults: &faults) { settings.read($0, $1) }
    self = settings
  }

  /// The problem with a value, if there is one.
  private mutating func read(_ key: String, _ value: Node) -> String? {
    guard let text = value.scalar?.string, !text.isEmpty else { return "'\(key)' wants a text" }
    switch key {
    case "id": id = text
    case "name": name = text
    case "tagline": tagline = text
    case "language":
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isTag = parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
      if !isTag { return "'language' wants a language's tag, such as en or pt-BR" }
      language = text
    case "footer": footer = text
    case "url":
      guard SiteAddress.isAbsolute(text) else { return "'url' wants " + SiteAddress.wanted }
      url = text
    case "logo":
      guard case .relative(let path, nil)? = LinkTarget(text), !path.isEmpty else {
        return "'logo' wants a picture in the course's folder"
      }
      logo = path
    default: break
    }
    return nil
  }
}
