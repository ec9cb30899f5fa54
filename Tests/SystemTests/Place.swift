import Foundation

/// A folder for one test, `course` in another, gone with it.
final class Place {
  private let whole: String
  /// The inner folder: there is an `outside` beside it.
  let path: String

  init() throws {
    whole = NSTemporaryDirectory() + "descent-system-\(UUID().uuidString)"
    path = whole + "/course"
    for folder in [path, whole + "/outside"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: whole) }

  /// Writes a file; `outside/...` stands beside the folder.
  func write(_ file: String, _ text: String) throws {
    let target = (file.hasPrefix("outside/") ? whole : path) + "/" + file
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: target))
  }

  func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Starts a line of the system's shell in the folder.
  func start(_ line: String) throws {
    let process = sh(line)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
  }

  private func sh(_ line: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    return process
  }

  /// Runs a line of the system's shell in the folder; what it writes.
  @discardableResult
  func shell(_ line: String) throws -> String {
    let process = sh(line)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
