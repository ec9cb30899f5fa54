import Formulas
/// Whether links and anchors of lessons lead somewhere inside the course's folder.
struct LinkChecker {
  /// The course's folder; nothing outside of it may be linked.
  let folder: String
  let reader: LessonReader
  /// Anchors by path, of lessons read so far; nil for files that are no lesson.
  private var anchors: [String: Set<String>?] = [:]

  init(folder: String, reader: LessonReader) {
    self.folder = folder
    self.reader = reader
  }

  mutating func remember(_ lesson: Lesson) {
    anchors[Self.normalised(lesson.path)] = lesson.anchors
  }

  /// Links that lead nowhere.
  mutating func failures(of lesson: Lesson) -> [CheckFailure] {
    remember(lesson)
    var failures: [CheckFailure] = []
    for link in lesson.links {
      if let problem = problem(with: link.target, in: lesson) {
        failures.append(
          CheckFailure(
            line: link.position.line,
            column: link.position.column,
            message: problem.message,
            hint: problem.hint
          )
        )
      }
    }
    return failures
  }
}

extension LinkChecker {
  private mutating func problem(
    with target: String,
    in lesson: Lesson
  ) -> (message: String, hint: String?)? {
    guard case .relative(let path, let anchor)? = LinkTarget(target) else { return nil }
    let bare = String(path.prefix { $0 != "?" })
    var file = lesson.path
    if !bare.isEmpty {
      file = Self.normalised(Self.folder(of: lesson.path) + bare)
      let root = Self.normalised(folder)
      let isInside =
        root == "." ? !file.hasPrefix("..") : file == root || file.hasPrefix(root + "/")
      if !isInside { return ("link '\(target)' leaves the course's folder", nil) }
      if !FileBytes.exists(file) {
        return ("link '\(target)' leads to no file", "targets are relative to the lesson's folder")
      }
    }
    guard let anchor, !anchor.isEmpty, bare.isEmpty || file.hasSuffix(".md"),
      let names = names(in: file), !names.contains(anchor)
    else { return nil }
    let hint = Suggestion.nearest(to: anchor, among: names.sorted()).map {
      "did you mean '#\($0)'?"
    }
    return ("link '\(target)' names no heading", hint)
  }

  private mutating func names(in path: String) -> Set<String>? {
    let key = Self.normalised(path)
    if let known = anchors[key] { return known }
    let names = try? reader.read(path: key).anchors
    anchors[key] = .some(names)
    return names
  }

  /// With its slash; empty for a bare file name.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  /// Without `.` and, where possible, `..`.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }
}
