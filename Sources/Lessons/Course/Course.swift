package import System

/// A folder of lessons as its contents page tells: what it is called, what it says, which lessons
/// there are and in which order.
///
/// Lessons are read when they are wanted.
package struct Course: Equatable, Sendable {
  /// An item of the list: `1. [Title](file.md): one sentence`.
  package struct Entry: Equatable, Sendable {
    /// Relative to the course's folder, without `.` and percent signs.
    package var file: String
    package var heading: [Inline]
    package var sentence: [Inline]
    /// The item's line, by which it is found again among the blocks of the page.
    package var line: Int
    /// The part of the course, a step of the contents page.
    package var part: Int

    package init(
      file: String,
      heading: [Inline],
      sentence: [Inline] = [],
      line: Int = 1,
      part: Int = 0
    ) {
      self.file = file
      self.heading = heading
      self.sentence = sentence
      self.line = line
      self.part = part
    }

    package var title: String { heading.shownText }
    package var summary: String { sentence.shownText }

    /// The file without its ending, and with its folders: `more/05-adam`.
    var stem: String { file.hasSuffix(".md") ? String(file.dropLast(3)) : file }

    /// What a command calls the lesson: `05-adam`.
    package var name: String { stem.split(separator: "/").last.map(String.init) ?? stem }
  }

  /// Without a slash at its end.
  package var directory: String
  /// The contents page, read as every lesson is.
  package var page: Lesson
  package var settings: CourseSettings
  /// Lessons, in their order.
  package var entries: [Entry]
  /// Pages without number, progress and a lesson's duties: those below `<!-- reference -->`.
  package var references: [Entry]
  /// What is wrong with the contents page as text; what it lists is there all the same.
  package var faults: [LocatedError]

  package static let contentsFile = "README.md"

  /// A folder whose lessons nobody lists.
  package init(folder: String) {
    directory = Folder(folder).path
    page = Lesson(path: "", id: "", title: "", heading: [])
    settings = CourseSettings()
    (entries, references, faults) = ([], [], [])
  }

  package init(directory: String, _ contents: ContentsPage) {
    self.directory = Folder(directory).path
    page = contents.page
    settings = contents.settings
    entries = contents.entries
    references = contents.references
    faults = contents.faults
  }

  /// Reads the contents page of a folder; `memory` spares the child that reads Markdown.
  package init(
    directory: String,
    renderer: MarkdownRenderer,
    memory: ContentsMemory? = nil
  ) throws(LocatedError) {
    let source = try LessonSource(file: Self.contentsFile, in: Folder(directory))
    let tree: MarkdownTree
    if let memory {
      tree = try memory.tree(of: source, renderer)
    } else {
      tree = try renderer.parse(source)
    }
    self.init(directory: directory, ContentsPage(source, tree))
  }

  package var title: String { page.title }

  /// What the pages are headed with.
  package var name: String { settings.name ?? title }

  /// Its files; none outside is read.
  package var folder: Folder { Folder(directory) }

  package var contentsPath: String { path(of: Self.contentsFile) }

  package func path(of entry: Entry) -> String { path(of: entry.file) }

  /// Of a file that is named relative to the course.
  package func path(of file: String) -> String { folder.path(of: file) }

  /// The lesson a learner names: by file name, with or without its number, by position, by its
  /// id, or by a name that it had before.
  package func entry(named name: String) -> Entry? {
    if let match = entries.first(where: { [$0.file, $0.stem].contains(name) }) { return match }
    if let match = entries.first(where: { $0.name == name }) { return match }
    if let number = Int(name), entries.indices.contains(number - 1) { return entries[number - 1] }
    return entries.first { Self.withoutNumber($0.name) == name } ?? entry(known: name)
  }

  /// The lesson that its own front matter calls so.
  private func entry(known name: String) -> Entry? {
    entries.first { entry in
      let names = KnownNames(of: entry.file, in: folder)
      return names.id == name
        || names.was.contains { $0 == name || Self.withoutNumber($0) == name }
    }
  }

  package static func withoutNumber(_ name: String) -> Substring {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    return rest.hasPrefix("-") ? rest.dropFirst() : rest
  }

  package static func path(of file: String, in folder: String) -> String {
    Folder(folder).path(of: file)
  }
}

extension Course {
  /// What the contents page says before its list and its parts.
  package var introduction: [[Inline]] {
    guard let step = page.steps.first, step.isIntroduction else { return [] }
    var paragraphs: [[Inline]] = []
    for block in step.blocks {
      switch block {
      case .paragraph(let text): paragraphs.append(text)
      case .list: return paragraphs
      default: continue
      }
    }
    return paragraphs
  }
}
