import System

/// What is wrong with a contents page that only the folder around it can tell: what it lists is not
/// there, is there twice, or belongs to another course; what is there is not listed.
package struct ContentsCheck {
  package private(set) var errors: [LocatedError] = []

  private let course: Course
  private let finder: CourseFinder

  /// `pages` are all that the course leads to, `former` the names that some had before.
  package init(
    _ course: Course,
    pages: [String],
    former: [(file: String, name: String)] = [],
    finder: CourseFinder
  ) {
    self.course = course
    self.finder = finder
    if course.entries.isEmpty {
      fail(1, "no lesson is listed", "1. [Title](01-name.md): a sentence")
    }
    checkLogo()
    checkList()
    checkFolder(pages)
    checkNames(pages, former)
    checkBorders(pages)
  }
}

extension ContentsCheck {
  private mutating func fail(_ line: Int, _ message: String, _ hint: String? = nil) {
    let place = SourcePosition(line: line)
    errors.append(
      LocatedError(file: course.contentsPath, position: place, message: message, hint: hint)
    )
  }

  private mutating func checkLogo() {
    guard let logo = course.settings.logo else { return }
    let links = CourseLinks(directory: course.directory)
    do throws(CourseLinks.Fault) {
      if case .file = try links.destination(of: logo, from: Course.contentsFile) { return }
      fail(1, "the logo '\(logo)' is no picture", "name a picture in the course's folder")
    } catch {
      fail(1, "the logo: " + error.message, "name a picture in the course's folder")
    }
  }

  private mutating func checkList() {
    var listed: [String: Int] = [:]
    for entry in course.entries + course.references {
      if let line = listed[entry.file] {
        fail(
          entry.line,
          "'\(entry.file)' is already listed in line \(line)",
          "a lesson has one place; link to it in a sentence"
        )
      }
      listed[entry.file] = entry.line
      if entry.title.isEmpty { fail(entry.line, "'\(entry.file)' has no title") }
      if entry.summary.isEmpty {
        fail(entry.line, "'\(entry.title)' has no sentence", "say after the link what it is about")
      }
    }
  }

  private mutating func checkFolder(_ pages: [String]) {
    let pages = Set(pages)
    let files = ((try? course.folder.names()) ?? []).filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".") && $0 != Course.contentsFile
    }
    for file in files where !pages.contains(file) {
      fail(1, "'\(file)' is not listed", "add a line to \(Course.contentsFile)")
    }
    var spellings: [String: String] = [:]
    for file in Set(files).union(pages).sorted() {
      if let other = spellings.updateValue(file, forKey: file.lowercased()) {
        fail(1, "'\(other)' and '\(file)' are one file where case does not count", "rename one")
      }
    }
  }

  /// That every page of the site has a name of its own; files that differ in case were told of.
  private mutating func checkNames(_ pages: [String], _ former: [(file: String, name: String)]) {
    var names = PageNames()
    func take(_ take: (inout PageNames) throws(PageNames.Clash) -> Void) -> PageNames.Clash? {
      do {
        try take(&names)
        return nil
      } catch {
        return error
      }
    }
    let clashes =
      pages.map { file in take { names throws(PageNames.Clash) in try names.take(file) } }
      + former.map { file, name in
        take { names throws(PageNames.Clash) in _ = try names.take(former: name, of: file) }
      }
    for clash in clashes.compactMap({ $0 }) {
      let isCase = clash.owner?.lowercased() == clash.file.lowercased()
      if clash.owner != clash.file && isCase { continue }
      fail(line(of: clash.file), clash.message, clash.hint)
    }
  }

  private func line(of file: String) -> Int {
    (course.entries + course.references).first { $0.file == file }?.line ?? 1
  }

  /// A page of a course within this one would have its data in one, and its links in the other.
  private mutating func checkBorders(_ pages: [String]) {
    var inner: [String: Course?] = [:]
    for file in pages {
      var parts = file.split(separator: "/").map(String.init)
      var rest = parts.popLast() ?? ""
      while let last = parts.last {
        let folder = course.path(of: parts.joined(separator: "/"))
        let found = inner[folder] ?? ((try? finder.course(in: folder)) ?? nil)
        inner[folder] = .some(found)
        if let owner = found, owner.lists(rest) {
          fail(
            line(of: file),
            "'\(file)' belongs to the course in '\(owner.directory)'",
            "a lesson is listed by one course: take it out of one of the two lists"
          )
          break
        }
        rest = last + "/" + rest
        parts.removeLast()
      }
    }
  }
}
