package import System

/// What a lesson is known by besides its file: its id, and the names it had before.
///
/// Found in the first lines of its file, without reading the rest or knowing YAML: the shell shows
/// what is done before it reads any lesson.
package struct KnownNames {
  package private(set) var id: String?
  package private(set) var was: [String] = []

  private static let room = 1_024

  package init(of file: String, in folder: Folder) {
    guard let bytes = try? folder.head(file, count: Self.room) else { return }
    var isInList = false
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    for line in lines.dropFirst() {
      if line.hasPrefix("---") { return }
      let item = line.drop { $0 == " " }
      if line.hasPrefix("id:") { id = Self.names(line.dropFirst(3)).first }
      if line.hasPrefix("was:") {
        was = Self.names(line.dropFirst(4))
      } else if isInList, item.hasPrefix("- ") {
        was += Self.names(item.dropFirst(2))
      }
      isInList = line.hasPrefix("was:") || (isInList && item.hasPrefix("- "))
    }
  }

  /// The names of a list on one line, or the one that stands there.
  private static func names(_ text: Substring) -> [String] {
    let quotes: Set<Character> = [" ", "\"", "'", "[", "]"]
    return text.split(separator: ",").map { $0.filter { !quotes.contains($0) } }
      .filter { !$0.isEmpty }
  }
}
