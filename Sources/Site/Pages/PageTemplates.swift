import Mustache
import Typesetting

/// The mustache templates of `site/templates`, with `Markup.escape` as their one way to escape.
struct PageTemplates: Sendable {
  private struct Escaping: MustacheContentType {
    func escapeText(_ text: String) -> String { Markup.escape(text) }
  }

  private var templates: [String: MustacheTemplate] = [:]
  private let directory: String

  init(_ theme: SiteTheme, directory: String) throws(SiteError) {
    self.directory = directory
    MustacheContentTypes.register(Escaping(), named: "PAGE")
    for (name, text) in theme.templates {
      do {
        templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + text)
      } catch {
        throw SiteError(.malformed, path(of: name), "\(error)")
      }
    }
  }

  func render(_ name: String, _ values: [String: Any]) throws(SiteError) -> String {
    guard let template = templates[name] else {
      throw SiteError(.missing, path(of: name), "is not there")
    }
    return template.render(values)
  }

  private func path(of name: String) -> String { directory + "/templates/\(name).mustache" }
}
