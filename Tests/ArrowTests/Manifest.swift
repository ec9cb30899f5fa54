import Foundation

/// What the package's manifest declares, as SwiftPM reads it.
struct Manifest: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]
  }

  /// A module that a target may import: its own name, or that of a product.
  struct Dependency: Decodable {
    var name: String

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.container(keyedBy: Kind.self)
      let kind = try kinds.allKeys.first ?? { throw CocoaError(.coderReadCorrupt) }()
      var parts = try kinds.nestedUnkeyedContainer(forKey: kind)
      name = try parts.decode(String.self)
    }

    private enum Kind: String, CodingKey { case byName, product, target }
  }

  var targets: [Target]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// The manifest of this package, in a scratch folder of its own: the usual one may be locked.
  static func read() throws -> Manifest {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "arrows-\(UUID())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: data)
  }
}

extension Manifest.Target {
  var isTest: Bool { type == "test" || path?.hasPrefix("Tests/") == true }
  var isExecutable: Bool { type == "executable" }
  var declared: Set<String> { Set(dependencies.map(\.name)) }

  var folder: URL {
    Manifest.root.appending(path: path ?? (isTest ? "Tests/\(name)" : "Sources/\(name)"))
  }

  /// The modules that the target's Swift files import.
  var imported: Set<String> {
    get throws {
      let line =
        /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func)\s+)?(\w+)/
        .anchorsMatchLineEndings()
      var modules: Set<String> = []
      for file in try files(ending: ".swift") {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: line) { modules.insert(String(match.1)) }
      }
      return modules
    }
  }

  /// The headers that the target's C files include in quotes and that are not its own.
  var foreignHeaders: [String] {
    get throws {
      let headers = try files(ending: ".h")
      let own = Set(headers.map(\.lastPathComponent))
      var foreign: [String] = []
      for file in try files(ending: ".c") + headers {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /#include "([^"]+)"/) where !own.contains(String(match.1)) {
          foreign.append("\(file.lastPathComponent): \(match.1)")
        }
      }
      return foreign
    }
  }

  private func files(ending: String) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(ending) && !$0.contains("Fixtures/") }
      .map { folder.appending(path: $0) }
  }
}
