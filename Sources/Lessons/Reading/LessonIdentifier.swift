package import System

/// A lesson's id, found in the first lines of its file without reading the rest.
///
/// The shell shows what is done before it reads any lesson, so this looks at bytes alone.
package enum LessonIdentifier {
  private static let room = 1_024

  package static func read(_ file: String, in folder: Folder) -> String? {
    guard let bytes = try? folder.head(file, count: room) else { return nil }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].starts(with: [0x69, 0x64, 0x3A]) {
        let value = bytes[(start + 3)..<end].filter { ![0x20, 0x22, 0x27, 0x0D].contains($0) }
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
      }
      start = end + 1
    }
    return nil
  }
}
