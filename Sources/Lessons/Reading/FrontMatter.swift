internal import Yams

/// The small YAML head of a lesson.
struct FrontMatter {
  var id: String?
  var summary: String?
  var requires: [String] = []
  var seed: UInt64?
  var precision: Int?
  /// Names it was published under before.
  var was: [String] = []

  static let keys = ["id", "summary", "requires", "seed", "precision", "was"]

  init() {}

  /// Reads the head of a lesson; faults are collected.
  init(of source: LessonSource, faults: inout [LocatedError]) {
    var head = FrontMatter()
    PageHead.read(source, keys: Self.keys, faults: &faults) { head.read($0, $1) }
    self = head
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
    case "was":
      let nodes = value.sequence.map { Array($0) } ?? [value]
      let names = nodes.compactMap { $0.scalar?.string }
      if names.count != nodes.count || !names.allSatisfy(Self.isFileName) {
        return "'was' wants a list of names of files, without '.md'"
      }
      was = names
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

  /// A name that a page's address can be made of, in the lesson's own folder.
  private static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix(".") && !text.hasSuffix(".md")
      && text.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
  }
}
