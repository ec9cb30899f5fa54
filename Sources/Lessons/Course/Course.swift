/// The contents page `lessons/README.md`: its title and the list of links that is the order.
///
/// Only this page is read here, by a scan of its lines, so that a prompt, a completion or a list
/// of lessons never waits for Markdown; lessons are read when they are wanted.
package struct Course: Equatable, Sendable {
  /// One line of the list: `1. [Title](file.md): one sentence`.
  package struct Entry: Equatable, Sendable {
    /// Relative to the course's folder, as it is written.
    package var file: String
    package var title: String
    package var summary: String
    package var line: Int

    package init(file: String, title: String, summary: String, line: Int) {
      self.file = file
      self.title = title
      self.summary = summary
      self.line = line
    }

    /// What a command calls the lesson: `05-adam` of `05-adam.md`.
    package var name: String {
      let last = file.split(separator: "/").last ?? ""
      return last.hasSuffix(".md") ? String(last.dropLast(3)) : String(last)
    }
  }

  /// Without a slash at its end.
  package var directory: String
  package var title: String
  package var entries: [Entry]
  /// Markdown files of the folder that the page links to, listed or not.
  package var linkedFiles: Set<String>

  package init(directory: String, contents: String) {
    var directory = directory
    while directory.count > 1 && directory.hasSuffix("/") { directory.removeLast() }
    self.directory = directory
    var page = ContentsPage()
    page.read(contents)
    title = page.title
    entries = page.entries
    linkedFiles = page.linkedFiles
  }

  /// Reads the contents page of a folder.
  package init(directory: String) throws(LessonError) {
    let path = directory + "/" + Self.contentsFile
    let bytes = try FileBytes.read(path, limit: LessonLimits.standard.lessonBytes)
    guard let contents = String(validating: bytes, as: UTF8.self) else {
      throw LessonError(file: path, message: "is not UTF-8 text")
    }
    self.init(directory: directory, contents: contents)
  }

  package static let contentsFile = "README.md"

  package var contentsPath: String { directory + "/" + Self.contentsFile }

  package func path(of entry: Entry) -> String { directory + "/" + entry.file }

  /// Pages of the folder that have cells and are linked to, but are no lesson of the walk: their
  /// cells are checked as well.
  package var appendices: [String] {
    let listed = Set(entries.map(\.file))
    return FolderListing.markdownFiles(in: directory).filter { file in
      guard linkedFiles.contains(file), !listed.contains(file),
        let bytes = try? FileBytes.read(
          directory + "/" + file,
          limit: LessonLimits.standard.lessonBytes
        )
      else { return false }
      return bytes.firstRange(of: Array("\n```descent".utf8)) != nil
    }.map { directory + "/" + $0 }
  }

  /// The lesson a learner names: by file name, with or without its number, or by position.
  package func entry(named name: String) -> Entry? {
    if let match = entries.first(where: { $0.name == name || $0.file == name }) { return match }
    if let number = Int(name), entries.indices.contains(number - 1) { return entries[number - 1] }
    return entries.first { Self.withoutNumber($0.name) == name }
  }

  package static func withoutNumber(_ name: String) -> Substring {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    return rest.hasPrefix("-") ? rest.dropFirst() : rest
  }
}
