import Lessons
import Yams

/// What `site/site.yml` says about the pages.
package struct SiteSettings: Equatable, Sendable {
  package var title: String
  package var tagline = ""
  package var language = "en"
  package var footer = ""

  package init(title: String) { self.title = title }

  /// Reads the file's few keys; one that is not known is an error, for it would do nothing.
  package init(yaml: String, path: String, title: String) throws(SiteError) {
    self.init(title: title)
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw SiteError(.malformed, path, "is not YAML: \(error)")
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
      case "title": self.title = text
      case "tagline": tagline = text
      case "language": language = text
      case "footer": footer = text
      default:
        throw SiteError(
          .malformed,
          path,
          "unknown key '\(name)'",
          hint: "known are title, tagline, language, footer"
        )
      }
    }
  }
}
