package import Lessons

/// Where a lesson's links lead on the site.
///
/// `05-adam.md#the-update` is `05-adam.html#the-update` there; what a link means is judged where
/// `descent test` judges it.
package struct SiteLinks: Sendable {
  /// What a link is on the page.
  package enum Destination: Equatable, Sendable {
    /// An address for `href`, not yet escaped.
    case address(String)
    /// A file of the course that the page needs beside it, and its address.
    case file(String, address: String)
    /// Shown as text: the check has told why.
    case nowhere
  }

  private let course: CourseLinks
  /// The lessons that stand on the one-page print, where links between them become anchors.
  private let chapters: Set<String>?

  package init(_ course: CourseLinks, chapters: Set<String>? = nil) {
    self.course = course
    self.chapters = chapters
  }

  /// `file` is the page that holds the link, relative to the course.
  package func destination(of link: String, from file: String) -> Destination {
    guard let found = try? course.destination(of: link, from: file) else { return .nowhere }
    let page = chapters == nil ? Self.page(of: file) : "print.html"
    switch found {
    case .elsewhere: return .address(link)
    case .file(let path): return .file(path, address: SiteAddresses.relative(path, from: page))
    case .page(let target, let anchor):
      if let chapters, chapters.contains(target) {
        return .address("#" + Self.chapter(target) + (anchor.map { ":" + $0 } ?? ""))
      }
      if target == file, chapters == nil, anchor != nil || link.hasPrefix("#") {
        return .address("#" + (anchor ?? ""))
      }
      let address = SiteAddresses.relative(Self.page(of: target), from: page)
      return .address(address + (anchor.map { "#" + $0 } ?? ""))
    }
  }
}

extension SiteLinks {
  /// The page's name of a Markdown file.
  package static func page(of file: String) -> String { PageNames.page(of: file) }

  /// A Markdown file without its ending.
  package static func stem(of file: String) -> String {
    file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// What begins the ids of a lesson where they could meet others: no heading's id has a colon, and
  /// no id a blank.
  package static func chapter(_ file: String) -> String {
    String(stem(of: file).map { $0.isWhitespace ? "_" : $0 })
  }
}
