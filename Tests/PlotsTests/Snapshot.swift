import Foundation
import Testing

/// Compares text with a file of `Snapshots`; with `ACCEPT=1` in the environment writes it instead.
func expectSnapshot(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["ACCEPT"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      Issue.record("cannot write \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let known = try? Data(contentsOf: file) else {
    Issue.record(
      "there is no snapshot '\(name)'; ACCEPT=1 makes it",
      sourceLocation: sourceLocation
    )
    return
  }
  #expect(String(decoding: known, as: UTF8.self) == text, "\(name)", sourceLocation: sourceLocation)
}
