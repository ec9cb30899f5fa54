import Foundation
import Synchronization
import Testing

/// The built tool, run as a user runs it.
struct Tool {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map { String($0) } }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test bundle, in whatever folder the package was built.
  static var executable: URL {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let tool = folder.appending(path: "descent")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: tool.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return tool
      }
    }
    return root.appending(path: ".build/debug/descent")
  }

  /// A folder of its own for each use, with a home in it.
  var folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func callAsFunction(_ arguments: String..., input: Data = Data()) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = folder.path
    environment["DESCENT_COURSE"] = Self.root.appending(path: "lessons").path
    environment["NO_COLOR"] = nil
    process.environment = environment
    let files = try ["in", "out", "err"].map { name in
      let url = folder.appending(path: ".\(name)")
      try (name == "in" ? input : Data()).write(to: url)
      return try name == "in"
        ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try text(".out"),
      errors: try text(".err")
    )
  }

  /// Runs a line of shell script in which `descent` is the tool; its home is the folder.
  func sh(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "(\(line)) > .out 2> .err < /dev/null"]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Self.executable.deletingLastPathComponent().path + ":/usr/bin:/bin",
      "HOME": folder.path, "LC_ALL": "C.UTF-8",
    ]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try text(".out"),
      errors: try text(".err")
    )
  }

  func callAsFunction(script: String, _ arguments: String...) throws -> Outcome {
    try write(script, to: "script.txt")
    let all = ["run"] + arguments + ["script.txt"]
    switch all.count {
    case 2: return try self(all[0], all[1])
    case 3: return try self(all[0], all[1], all[2])
    case 4: return try self(all[0], all[1], all[2], all[3])
    default: return try self(all[0], all[1], all[2], all[3], all[4])
    }
  }

  func write(_ content: String, to name: String) throws {
    try Data(content.utf8).write(to: folder.appending(path: name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
