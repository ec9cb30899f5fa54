import Foundation
import System
import Terminal
import Testing

@Suite struct HistoryFileTests {
  private let folder = NSTemporaryDirectory() + "descent-history-\(UUID().uuidString)"

  private var path: String { folder + "/state/descent/history" }

  private func withFile(_ bytes: [UInt8]? = nil, _ body: (HistoryFile) throws -> Void) throws {
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    if let bytes { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
    try body(HistoryFile(path: path, limit: 10, size: 1000))
  }

  @Test(
    "an entry comes back as it was",
    arguments: [
      "step 3", "rule r {\n  w = w - g\n}", "a\\nb", "\\", "x\\\n\\y", "β₁ = 0.9 日本 🎉", "tab\there",
    ]
  )
  func roundTrip(entry: String) throws {
    try withFile { file in
      #expect(file.append(entry))
      #expect(file.load() == [entry])
    }
  }

  @Test("nothing is kept of a blank start, an empty entry, control characters, a huge entry")
  func refused() throws {
    try withFile { file in
      for entry in [" secret", "", "a\u{1B}[2J", "a\rb", String(repeating: "x", count: 20_000)] {
        #expect(!file.append(entry))
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("damaged lines are skipped, the others read")
  func corruption() throws {
    let bytes: [UInt8] =
      Array("one\n".utf8) + [0xFF, 0xFE, 0x0A, 0x00, 0x0A] + Array("\n\n".utf8)
      + Array("esc\u{1B}[2J\nq\\z\\\n".utf8) + Array("half".utf8)
    try withFile(bytes) { file in
      #expect(file.load() == ["one", "q\\z\\", "half"])
      #expect(file.append("next"))
      #expect(file.load() == ["one", "q\\z\\", "half", "next"])
    }
  }

  @Test("two sessions append to one file and lose nothing")
  func concurrency() async throws {
    let path = folder + "/history"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<2 {
        group.addTask {
          let file = HistoryFile(path: path, limit: 10_000)
          for number in 0..<200 { file.append("\(session) step \(number)\nend") }
        }
      }
    }
    let entries = HistoryFile(path: path, limit: 10_000).load()
    #expect(entries.count == 400)
    for session in 0..<2 {
      let own = entries.filter { $0.hasPrefix("\(session) ") }
      #expect(own == (0..<200).map { "\(session) step \($0)\nend" })
    }
  }

  @Test("the file is thinned out and keeps the newest entries")
  func size() throws {
    try withFile { file in
      for number in 0..<500 { file.append("entry number \(number)") }
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.size] as? Int ?? 0) <= 1000 + 20)
      #expect(file.load().last == "entry number 499")
      #expect(file.load().count == 10)
    }
  }

  @Test("only its owner can read it")
  func permissions() throws {
    try withFile { file in
      file.append("x")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test(
    "where there can be no file the session has no memory and no complaint",
    arguments: [nil, "/proc/descent/history", "/dev/null", "/tmp"] as [String?]
  )
  func nowhere(path: String?) {
    let file = HistoryFile(path: path)
    #expect(!file.append("x"))
    #expect(file.load().isEmpty)
  }

  @Test(
    "the state directory follows XDG, then HOME",
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/descent"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/descent"),
      (["HOME": "/h"], "/h/.local/state/descent"), ([:], nil),
    ] as [([String: String], String?)]
  )
  func directory(table: [String: String], path: String?) {
    #expect(StateFolder(environment: Environment(table))?.path == path)
  }
}
