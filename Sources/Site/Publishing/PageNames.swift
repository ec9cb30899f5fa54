import Lessons

/// The names of a site's pages, of which no two may be one, also where case does not count.
struct PageNames {
  private let course: Course
  private var owners: [String: String] = [:]

  init(_ course: Course, reserved: [String]) throws(SiteError) {
    self.course = course
    for page in reserved { owners[page] = page }
    var listed: [String: Int] = [:]
    for entry in course.entries + course.references {
      if let line = listed.updateValue(entry.line, forKey: entry.file) {
        throw SiteError(
          .malformed,
          "\(course.contentsPath):\(entry.line):1",
          "'\(entry.file)' is already listed in line \(line)",
          hint: "a lesson has one place; link to it in a sentence"
        )
      }
    }
  }

  /// Takes the page of a file.
  mutating func take(_ file: String) throws(SiteError) {
    try take(SiteLinks.page(of: file), for: course.path(of: file))
  }

  /// Takes the page that a lesson had under another name.
  mutating func take(former name: String, of file: String) throws(SiteError) -> String {
    let folder = file.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let page = folder + name + ".html"
    try take(page, for: course.path(of: file))
    return page
  }

  private mutating func take(_ page: String, for path: String) throws(SiteError) {
    if let owner = owners.updateValue(path, forKey: page.lowercased()) {
      throw SiteError(
        .malformed,
        path,
        "its page would be named '\(page)', as that of '\(owner)' is",
        hint: "rename one of the two"
      )
    }
  }
}
