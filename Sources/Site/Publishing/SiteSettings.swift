package import Lessons
import Typesetting
import Yams

/// What every page says about the course: its own words, and the theme's where it has none.
package struct SiteSettings: Equatable, Sendable {
  package let title: String
  /// At the head of pages and behind their titles.
  package let name: String
  package let tagline: String
  /// For search engines.
  package let description: String
  /// Keeps what readers have done apart from other courses of the same host.
  package let key: String
  /// A picture, relative to the course.
  package let logo: String?
  package private(set) var language = "en"
  /// Markup: a theme may have links here.
  package private(set) var footer = ""

  private static let keys = ["language", "footer"]
  /// A theme had these once; they are the course's.
  private static let moved = [
    "title": "the title is the line '# ...' of the course's README.md",
    "tagline": "the tagline is in the front matter of the course's README.md",
  ]

  /// `themes` are the texts of `site.yml`, each over those before it.
  package init(_ course: Course, themes: [(path: String, yaml: String)] = []) throws(SiteError) {
    title = course.title
    name = course.name
    tagline = course.settings.tagline ?? ""
    description =
      course.settings.tagline ?? course.introduction.first?.shownText ?? course.title
    key = ContentHash((course.settings.id ?? course.title).utf8).text
    logo = course.settings.logo
    for theme in themes { try read(theme.yaml, path: theme.path) }
    if let language = course.settings.language { self.language = language }
    if let footer = course.settings.footer { self.footer = Markup.escape(footer) }
  }

  private mutating func read(_ yaml: String, path: String) throws(SiteError) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw SiteError(.malformed, path, "is not YAML: \("\(error)".prefix { $0 != "\n" })")
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      throw SiteError(.malformed, path, "wants lines of the form 'key: value'")
    }
    for (key, value) in mapping {
      guard let name = key.string, let text = value.string else {
        throw SiteError(.malformed, path, "wants lines of the form 'key: value'")
      }
      switch name {
      case "language": language = text
      case "footer": footer = text
      default:
        throw SiteError(
          .malformed,
          path,
          "unknown key '\(name)'",
          hint: Self.moved[name] ?? "known are \(Self.keys.joined(separator: ", "))"
        )
      }
    }
  }
}
