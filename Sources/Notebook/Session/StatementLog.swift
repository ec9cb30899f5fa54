/// The statements that were run, in chunks that copies of a session share: a session is copied for
/// every statement, and a long cell has many.
struct StatementLog: Sendable {
  private static let chunkLength = 64

  private var chunks: [[String]] = []

  mutating func append(_ statement: String) {
    if let last = chunks.last, last.count < Self.chunkLength {
      chunks[chunks.count - 1].append(statement)
    } else {
      chunks.append([statement])
    }
  }

  var all: [String] { chunks.flatMap { $0 } }
}
