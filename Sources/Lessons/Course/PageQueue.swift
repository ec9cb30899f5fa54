/// The pages of a course in the order they are taken: its lessons, its reference, then what any of
/// them links to.
///
/// What is checked is what is published: both take their pages from here.
package struct PageQueue {
  private let links: CourseLinks
  /// Those known so far, relative to the course.
  package private(set) var files: [String]
  private var known: Set<String>
  private var position = 0

  package init(_ course: Course, links: CourseLinks) {
    self.links = links
    known = [Course.contentsFile]
    files = []
    for entry in course.entries + course.references { add(entry.file) }
    add(linksOf: course.page, at: Course.contentsFile)
  }

  /// The next page, relative to the course.
  package mutating func next() -> String? {
    guard position < files.count else { return nil }
    defer { position += 1 }
    return files[position]
  }

  /// Takes up the pages that this one links to.
  package mutating func add(linksOf page: Lesson, at file: String) {
    for link in page.links {
      if case .page(let target, _)? = try? links.destination(of: link.target, from: file) {
        add(target)
      }
    }
  }

  private mutating func add(_ file: String) {
    if known.insert(file).inserted { files.append(file) }
  }
}
