import Formulas
internal import Yams

/// The YAML head of a page, key by key; one that is not known is an error, for a misspelt one
/// would do nothing.
enum PageHead {
  /// Bytes; a few short keys need no more.
  private static let limit = 4096

  /// Hands over each key with its value and collects what is wrong; `take` says the problem with a
  /// value, if there is one.
  static func read(
    _ source: LessonSource,
    keys: [String],
    faults: inout [LocatedError],
    _ take: (String, Node) -> String?
  ) {
    if source.frontMatterLines < 3 { return }
    let yaml = (2..<source.frontMatterLines)
      .map { String(decoding: source.line($0), as: UTF8.self) }.joined(separator: "\n")
    func fault(_ line: Int, _ column: Int, _ message: String, _ hint: String? = nil) {
      faults.append(
        LocatedError(
          file: source.path,
          position: SourcePosition(line: line + 1, column: column),
          message: message,
          hint: hint
        )
      )
    }
    if yaml.utf8.count > limit {
      fault(1, 1, "front matter is longer than \(limit >> 10) KiB")
      return
    }
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return }
      guard case .mapping(let mapping) = node else {
        fault(1, 1, "front matter wants lines of 'key: value'")
        return
      }
      for (key, value) in mapping {
        let name = key.scalar?.string ?? ""
        guard keys.contains(name) else {
          fault(
            key.mark?.line ?? 1,
            key.mark?.column ?? 1,
            "unknown key '\(name)' in front matter",
            Suggestion.hintOrList(for: name, among: keys)
          )
          continue
        }
        if let problem = take(name, value) {
          let mark = value.mark ?? key.mark
          fault(mark?.line ?? 1, mark?.column ?? 1, problem)
        }
      }
    } catch {
      report(error, fault)
    }
  }

  private static func report(
    _ error: any Error,
    _ fault: (Int, Int, String, String?) -> Void
  ) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault(mark.line, mark.column, "front matter is not YAML: \(problem)", nil)
    case .duplicatedKeysInMapping(let duplicates, let context):
      fault(
        context.mark.line,
        context.mark.column,
        "key '\(duplicates.first ?? "")' appears twice in front matter",
        nil
      )
    default:
      fault(1, 1, "front matter is not YAML", "write lines of 'key: value'")
    }
  }
}
