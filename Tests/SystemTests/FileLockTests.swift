import Foundation
import System
import Testing

@Suite struct FileLockTests {
  private let place: Place
  private var path: String { place.path + "/x.lock" }

  init() throws { place = try Place() }

  private func canLock(patience: Int = 0) throws(SystemError) -> Bool {
    guard let lock = try FileLock(path, patience: patience) else { return false }
    return lock.holding { true }
  }

  @Test("one holds it, the next waits as long as it is told to, and nothing stays")
  func excludes() throws {
    do {
      guard let first = try FileLock(path, patience: 0) else {
        Issue.record("nobody else has it")
        return
      }
      let start = Clock.milliseconds
      #expect(try first.holding { try !canLock(patience: 50) })
      #expect(Clock.milliseconds - start >= 50)
    }
    #expect(place.names == [])
    #expect(try canLock())
  }

  @Test("many who want it have it one after the other")
  func contended() async throws {
    let path = path
    let counter = place.path + "/count"
    try place.write("count", "0")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<25 {
            guard let lock = try? FileLock(path, patience: 60_000) else { continue }
            lock.holding {
              let text = (try? String(contentsOfFile: counter, encoding: .utf8)) ?? ""
              try? "\((Int(text) ?? -1000) + 1)".write(
                toFile: counter,
                atomically: false,
                encoding: .utf8
              )
            }
          }
        }
      }
    }
    #expect(place.text("count") == "100")
    #expect(place.names == ["count"])
  }

  @Test("a lock that a killed process left is the next one's")
  func left() throws {
    try place.write("x.lock", "")
    #expect(try canLock())
    #expect(throws: SystemError.self) {
      _ = try FileLock(place.path + "/no/x.lock", patience: 0)
    }
  }
}
