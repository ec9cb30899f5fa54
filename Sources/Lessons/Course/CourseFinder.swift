import Synchronization
import System

/// Finds the course that a folder is, or that a file belongs to.
package struct CourseFinder {
  package let renderer: MarkdownRenderer
  private let memory: ContentsMemory?
  private let known = KnownCourses()

  package init(renderer: MarkdownRenderer, memory: ContentsMemory? = nil) {
    self.renderer = renderer
    self.memory = memory
  }

  /// The course of a folder: nil where the list of its README.md links to no lesson in it.
  ///
  /// A folder is read once: many files of one course are played by one call.
  package func course(in folder: String) throws(LocatedError) -> Course? {
    if let known = known.courses.withLock({ $0[folder] }) { return known }
    guard Folder(folder).exists(Course.contentsFile) else { return nil }
    let read = try Course(directory: folder, renderer: renderer, memory: memory)
    let course = read.entries.contains { read.folder.exists($0.file) } ? read : nil
    known.courses.withLock { $0[folder] = .some(course) }
    return course
  }

  /// The course that a file belongs to, and its name there: that of the nearest folder above whose
  /// contents page lists it, else its own folder.
  ///
  /// Contents pages on the way that cannot be read list nothing.
  package func course(of path: String) -> (course: Course, file: String) {
    let (folder, name) = NamedFile.split(path)
    var parts = NamedFile.absolute(folder).split(separator: "/").map(String.init)
    var file = name
    var place = folder
    while true {
      if let course = try? course(in: place), course.lists(file) { return (course, file) }
      guard let last = parts.popLast() else { return (Course(folder: folder), name) }
      file = last + "/" + file
      place = Self.parent(place, "/" + parts.joined(separator: "/"))
    }
  }
}

extension CourseFinder {
  /// The folder above as it is shown: from the place one stands in where that can be said so.
  private static func parent(_ place: String, _ absolute: String) -> String {
    let (folder, name) = NamedFile.split(place)
    let above = [".", ".."].contains(name) ? (name == "." ? ".." : place + "/..") : folder
    return NamedFile.absolute(above) == absolute ? above : absolute
  }
}

/// What a finder has read, by folder; nil for one that is no course.
private final class KnownCourses: Sendable {
  let courses = Mutex<[String: Course?]>([:])
}

extension Course {
  /// Whether the contents page has the file in its list, or leads to it in a sentence.
  func lists(_ file: String) -> Bool {
    if file == Self.contentsFile || (entries + references).contains(where: { $0.file == file }) {
      return true
    }
    return page.links.contains { link in
      guard case .relative(let path, _)? = LinkTarget(link.target), !path.isEmpty else {
        return false
      }
      return CourseLinks.resolved(path, from: Self.contentsFile) == file
    }
  }
}
