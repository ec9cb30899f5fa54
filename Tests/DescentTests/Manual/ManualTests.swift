import Foundation
import Recording
import Testing

@Suite struct ManualTests {
  private static let page = Tool.root.appending(path: "man/descent.1")

  /// `make man` writes the page; anywhere else a page that is no longer what the tool says fails.
  @Test func theManualPageSaysWhatTheToolDoes() throws {
    let tool = try Tool()
    let dump = try tool("--experimental-dump-help")
    #expect(dump.status == 0)
    let description = try JSONDecoder().decode(
      ToolDescription.self,
      from: Data(dump.output.utf8)
    )
    let version = try tool("--version").output.trimmingCharacters(in: .whitespacesAndNewlines)
    let closing = Tool.root.appending(path: "man/closing.man")
    let page = ManualPage(
      description.command,
      version: version,
      closing: String(decoding: try Data(contentsOf: closing), as: UTF8.self)
    )
    let fault = try Recording(Self.page).fault(of: page.text)
    #expect(fault == nil, "the manual page is stale: make man")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func theManualPageIsWellFormed() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/groff")
    process.arguments = ["-man", "-ww", "-Tutf8", "-z", Self.page.path]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: text, as: UTF8.self) == "")
    #expect(process.terminationStatus == 0)
  }

  @Test func everyCommandAndExitCodeIsThere() throws {
    let page = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    for command in ["learn", "run", "test", "build", "serve", "lessons", "new", "progress export"] {
      #expect(page.contains(".SS descent \(command)\n"), "\(command)")
    }
    for code in [0, 1, 2, 64, 66, 73, 130] { #expect(page.contains(".B \(code)\n"), "\(code)") }
  }
}
