package import System

/// The entries of former sessions, in a file that several sessions may append to at once.
///
/// Every access opens the file, locks it, and lets go: nothing is lost when a session is killed.
/// Nothing here is worth an error message: without a folder, or with one that is read-only, the
/// session simply has no memory.
package struct HistoryFile: Sendable {
  /// Nil: nothing is read and nothing kept.
  package let path: String?
  /// The newest entries that are read and survive when the file is thinned out.
  package let limit: Int
  /// Above this many bytes the file is thinned out.
  package let size: Int

  package init(path: String?, limit: Int = 2000, size: Int = 512 * 1024) {
    self.path = path
    self.limit = limit
    self.size = size
  }

  package static func standard(environment: Environment = .process) -> HistoryFile {
    HistoryFile(path: StateFolder(environment: environment)?.file("history"))
  }

  /// The newest entries, oldest first.
  package func load() -> [String] {
    guard let path, let file = LogFile(path, .reading) else { return [] }
    return HistoryFormat.entries(in: file.tail(2 * size)).suffix(limit)
  }

  /// Adds an entry; false where it was not kept.
  @discardableResult
  package func append(_ entry: String) -> Bool {
    guard let path, let line = HistoryFormat.line(for: entry) else { return false }
    _ = try? NamedFolder.make(NamedFile.split(path).folder, forOwnerOnly: true)
    guard let file = LogFile(path, .appending) else { return false }
    // A session killed while it wrote may have left half a line.
    let last = file.tail(1).last ?? 0x0A
    let bytes = (last == 0x0A ? [] : [0x0A]) + Array(line.utf8)
    guard file.append(bytes) else { return false }
    if file.size > size { thinOut(file) }
    return true
  }

  /// Keeps the newest entries that fill at most half the size.
  ///
  /// The file is replaced while it is locked; who waits for the lock then notices and opens the new
  /// one.
  private func thinOut(_ file: borrowing LogFile) {
    guard let path else { return }
    var kept: [String] = []
    var total = 0
    for entry in HistoryFormat.entries(in: file.tail(size)).suffix(limit).reversed() {
      guard let line = HistoryFormat.line(for: entry) else { continue }
      total += line.utf8.count
      if total > size / 2 { break }
      kept.append(line)
    }
    let text = kept.reversed().joined()
    // Else it just stays as long as it is.
    try? WholeFile.write(Array(text.utf8), to: path, isPrivate: true)
  }
}
