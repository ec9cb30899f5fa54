import Formulas
internal import Yams

/// The small YAML head of a lesson; unknown keys are errors, for a misspelt one would be silent.
struct FrontMatter {
  var id: String?
  var summary: String?
  var requires: [String] = []
  var seed: UInt64?
  var precision: Int?

  static let keys = ["id", "summary", "requires", "seed", "precision"]
  /// Bytes; five short keys need no more.
  static let limit = 4096

  /// Reads the head of a lesson; faults are collected.
  init(of source: LessonSource, faults: inout [LessonError]) {
    if source.frontMatterLines < 3 { return }
    let yaml = (2..<source.frontMatterLines)
      .map { String(decoding: source.line($0), as: UTF8.self) }.joined(separator: "\n")
    func fault(_ line: Int, _ column: Int, _ message: String, _ hint: String? = nil) {
      faults.append(
        LessonError(
          file: source.path,
          position: SourcePosition(line: line + 1, column: column),
          message: message,
          hint: hint
        )
      )
    }
    if yaml.utf8.count > Self.limit {
      fault(1, 1, "front matter is longer than \(Self.limit >> 10) KiB")
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
        let mark = value.mark ?? key.mark
        let line = key.mark?.line ?? 1
        if let problem = read(name, value) {
          fault(mark?.line ?? 1, mark?.column ?? 1, problem)
        } else if !Self.keys.contains(name) {
          fault(
            line,
            key.mark?.column ?? 1,
            "unknown key '\(name)' in front matter",
            Suggestion.hintOrList(for: name, among: Self.keys)
          )
        }
      }
    } catch {
      Self.report(error, fault)
    }
  }
}

extension FrontMatter {
  /// The problem with a value, if there is one.
  private mutating func read(_ key: String, _ value: Node) -> String? {
    switch key {
    case "id":
      guard let text = value.scalar?.string, Self.isIdentifier(text) else {
        return "'id' wants lower-case letters, digits and hyphens"
      }
      id = text
    case "summary":
      guard let text = value.scalar?.string, !text.isEmpty else {
        return "'summary' wants one sentence"
      }
      summary = text
    case "requires":
      let nodes = value.sequence.map { Array($0) } ?? [value]
      let names = nodes.compactMap { $0.scalar?.string }
      if names.count != nodes.count || !names.allSatisfy(Self.isIdentifier) {
        return "'requires' wants a list of lesson identifiers"
      }
      requires = names
    case "seed":
      guard let text = value.scalar?.string, let number = UInt64(text) else {
        return "'seed' wants a whole number"
      }
      seed = number
    case "precision":
      guard let text = value.scalar?.string, let digits = Int(text), (1...17).contains(digits)
      else { return "'precision' wants a number of digits from 1 to 17" }
      precision = digits
    default:
      break
    }
    return nil
  }

  static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
          || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "-")
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
