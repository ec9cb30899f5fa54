/// A lesson's id, found in the first lines of its file without reading the rest.
package enum LessonIdentifier {
  private static let room = 4_096

  package static func read(_ path: String) -> String? {
    guard let bytes = try? FileBytes.head(path, count: room) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(20)
    where line.hasPrefix("id:") {
      let value = line.utf8.dropFirst(3).filter { ![0x20, 0x22, 0x27, 0x0D].contains($0) }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
