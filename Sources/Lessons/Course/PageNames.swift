/// The names of a site's pages, of which no two may be one, also where case does not count.
package struct PageNames {
  /// Two files that want one page.
  package struct Clash: Error, Equatable, Sendable {
    package var page: String
    package var file: String
    /// The file that has it; nil where the page is the site's own.
    package var owner: String?

    package var message: String {
      if owner == file { return "'\(file)' has the page '\(page)' now" }
      let other = owner.map { "that of '\($0)'" } ?? "one that every site has"
      return "the page '\(page)' of '\(file)' is \(other)"
    }

    package var hint: String {
      owner == file ? "take the name out of 'was'" : "rename one of the two"
    }
  }

  private static let reserved = ["reference.html", "print.html", "404.html"]

  private var owners: [String: String] = ["index.html": Course.contentsFile]

  package init() {}

  /// The page of a Markdown file: `05-adam.html`, and `data/index.html` of a README.md.
  package static func page(of file: String) -> String {
    let name = Course.contentsFile
    if file == name || file.hasSuffix("/" + name) {
      return file.dropLast(name.count) + "index.html"
    }
    return (file.hasSuffix(".md") ? String(file.dropLast(3)) : file) + ".html"
  }

  /// Takes the page of a file.
  package mutating func take(_ file: String) throws(Clash) {
    try take(Self.page(of: file), for: file)
  }

  /// Takes the page that a file had under another name in its folder.
  package mutating func take(former name: String, of file: String) throws(Clash) -> String {
    let folder = file.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let page = folder + name + ".html"
    try take(page, for: file)
    return page
  }

  private mutating func take(_ page: String, for file: String) throws(Clash) {
    let key = page.lowercased()
    if Self.reserved.contains(key) { throw Clash(page: page, file: file) }
    if let owner = owners.updateValue(file, forKey: key) {
      throw Clash(page: page, file: file, owner: owner)
    }
  }
}
