import Mustache
import Typesetting

/// The mustache templates of `site/templates`, with `Markup.escape` as their one way to escape.
struct PageTemplates: Sendable {
  private struct Escaping: MustacheContentType {
    func escapeText(_ text: String) -> String { Markup.escape(text) }
  }

  private var templates: [String: MustacheTemplate] = [:]

  init(_ theme: SiteTheme) throws(SiteError) {
    MustacheContentTypes.register(Escaping(), named: "PAGE")
    for (name, path, text) in theme.templates {
      do {
        templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + text)
      } catch {
        throw SiteError(.malformed, path, "\(error)")
      }
    }
  }

  func render(_ name: String, _ values: [String: Any]) throws(SiteError) -> String {
    guard let template = templates[name] else {
      throw SiteError(.missing, "templates/\(name).mustache", "no theme has this template")
    }
    return template.render(values)
  }
}
