import Lessons

/// Where a lesson's links lead on the site: `05-adam.md#the-update` is `05-adam.html#the-update`
/// there, and a link that leaves the course's folder is none.
package struct SiteLinks: Sendable {
  /// What a link is on the page.
  package enum Destination: Equatable, Sendable {
    /// An address for `href`, not yet escaped.
    case address(String)
    /// A file of the course that the page needs beside it.
    case file(String)
    /// Shown as text: it would lead out of the site.
    case nowhere
  }

  /// The page of each Markdown file, both relative to the course: `05-adam.md` to `05-adam.html`.
  private let pages: [String: String]
  /// On the one-page print, links between lessons become anchors.
  private let isOnePage: Bool

  package init(pages: [String: String], isOnePage: Bool = false) {
    self.pages = pages
    self.isOnePage = isOnePage
  }

  /// `file` is the lesson that holds the link, relative to the course.
  package func destination(of link: String, from file: String) -> Destination {
    switch LinkTarget(link) {
    case nil: .nowhere
    case .web, .mail: .address(link)
    case .relative(let path, let anchor):
      destination(path, anchor.map { "#" + $0 } ?? "", from: file)
    }
  }

  private func destination(_ path: String, _ fragment: String, from file: String) -> Destination {
    if path.isEmpty {
      return .address(isOnePage ? Self.anchor(of: file, fragment) : fragment)
    }
    guard let resolved = Self.resolve(path, from: file) else { return .nowhere }
    guard let page = pages[resolved] else {
      return Self.isPublishable(resolved) ? .file(resolved) : .nowhere
    }
    return .address(isOnePage ? Self.anchor(of: resolved, fragment) : page + fragment)
  }
}

extension SiteLinks {
  /// The page's name of a lesson: `05-adam.html`.
  package static func page(of file: String) -> String { name(of: file) + ".html" }

  /// A lesson's file name without folders and ending.
  package static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  /// An anchor on the print page, where several lessons share one space of names.
  private static func anchor(of file: String, _ fragment: String) -> String {
    fragment.isEmpty ? "#" + name(of: file) : "#" + name(of: file) + "--" + fragment.dropFirst()
  }

  /// Files a lesson may bring along: pictures and tables, never hidden ones.
  private static func isPublishable(_ path: String) -> Bool {
    let endings = [
      ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".csv", ".pdf", ".txt",
    ]
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    return !isHidden && endings.contains { path.hasSuffix($0) }
  }

  /// Inside the course, without `.` and `..`; nil when it leads out.
  private static func resolve(_ path: String, from file: String) -> String? {
    var folders = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if folders.popLast() == nil { return nil }
      default: folders.append(String(part))
      }
    }
    return folders.joined(separator: "/")
  }
}
