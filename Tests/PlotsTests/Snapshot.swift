import Foundation
import Recording
import Testing

/// Compares text with a file of `Snapshots`.
func expectSnapshot(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    .appending(path: name)
  #expect(try Recording(file).fault(of: text) == nil, sourceLocation: sourceLocation)
}
