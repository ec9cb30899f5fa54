import Foundation
import Testing

/// `descent serve` as a process of its own, on any free port.
@Suite struct ServeTests {
  final class Serving {
    let tool: Tool
    let process = Process()

    init(_ tool: Tool, _ arguments: String...) throws {
      self.tool = tool
      process.executableURL = Tool.executable
      process.arguments = ["serve", "lessons"] + arguments
      process.currentDirectoryURL = tool.folder
      var environment = ProcessInfo.processInfo.environment
      environment["DESCENT_COURSE"] = nil
      process.environment = environment
      try tool.write("", to: "out.txt")
      try tool.write("", to: "err.txt")
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(
        forWritingTo: tool.folder.appending(path: "out.txt")
      )
      process.standardError = try FileHandle(forWritingTo: tool.folder.appending(path: "err.txt"))
      try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Waits until a file says so; what it says then.
    func text(_ name: String, has part: String) throws -> String {
      for _ in 0..<400 {
        let text = try tool.text(name)
        if text.contains(part) { return text }
        usleep(50_000)
      }
      Issue.record("\(name) never says '\(part)': \(try tool.text(name))")
      return try tool.text(name)
    }

    var address: String {
      get throws {
        let lines = try text("out.txt", has: "http").split(separator: "\n")
        return String(try #require(lines.first { $0.hasPrefix("http") }))
      }
    }

    func end(with signal: Int32) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private func course() throws -> Tool {
    let tool = try Tool()
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "lessons"),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "site"),
      to: tool.folder.appending(path: "site")
    )
    try tool.write("# A course\n\n1. [One](one.md): the first.\n", to: "lessons/README.md")
    try tool.write(lesson("6 * 7"), to: "lessons/one.md")
    return tool
  }

  private func lesson(_ cell: String, id: String = "one") -> String {
    "---\nid: \(id)\nsummary: One.\n---\n\n# One\n\n## A\n\n```descent\n\(cell)\n```\n"
  }

  @Test func aChangeIsBuiltAndAFailureIsShownAtItsPlace() throws {
    let serving = try Serving(try course(), "--port", "0")
    let address = try serving.address
    #expect(address.wholeMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+\//) != nil)
    let page = serving.tool.folder.appending(path: "_site/one.html").path
    func shows(_ part: String) -> Bool {
      String(decoding: FileManager.default.contents(atPath: page) ?? Data(), as: UTF8.self)
        .contains(part)
    }
    #expect(shows("<pre>42</pre>"))
    try serving.tool.write(lesson("6 * seven"), to: "lessons/one.md")
    _ = try serving.text("err.txt", has: "lessons/one.md:11:5: error: unknown name 'seven'")
    _ = try serving.text("out.txt", has: "/\n_site: 1 page\n")
    #expect(shows("<pre class=\"failure\">line 11: unknown name"))
    try serving.tool.write(
      lesson("6 * 8").replacing("```descent", with: "```descent hiden"),
      to: "lessons/one.md"
    )
    _ = try serving.text("err.txt", has: "hint: did you mean 'hidden'?")
    // A lesson that cannot be read leaves the page as it was.
    #expect(shows("<pre class=\"failure\">line 11: unknown name"))
    try serving.tool.write(lesson("6 * 8"), to: "lessons/one.md")
    _ = try serving.text("out.txt", has: "/\n_site: 1 page\n_site: 1 page\n")
    #expect(shows("<pre>48</pre>"))
    #expect(serving.end(with: SIGINT) == 130)
    let left = try FileManager.default.contentsOfDirectory(atPath: serving.tool.folder.path)
    #expect(!left.contains { $0.contains(".new-") })
  }

  @Test func aRequestToEndIsAnEndInOrder() throws {
    let serving = try Serving(try course(), "--port", "0")
    _ = try serving.address
    #expect(serving.end(with: SIGTERM) == 0)
    #expect(serving.process.terminationReason == .exit)
  }

  @Test func aPortThatIsTakenIsNoPlaceToWrite() throws {
    let tool = try course()
    let serving = try Serving(tool, "--port", "0")
    let port = try serving.address.split(separator: ":").last?.dropLast() ?? ""
    let outcome = try tool("serve", "lessons", "--port", String(port))
    #expect(outcome.status == 73)
    #expect(
      outcome.errors == """
        127.0.0.1:\(port): error: cannot listen: another program listens there
        hint: --port 0 takes any free port

        """
    )
  }

  @Test func withoutACourseThereIsNothingToServe() throws {
    let outcome = try Tool()("serve", "nowhere", "--port", "0")
    #expect(outcome.status == 66)
    #expect(outcome.errors.hasPrefix("nowhere"))
  }

  @Test func aFolderThatIsNoSiteIsNeitherReplacedNorShown() throws {
    let tool = try course()
    let outcome = try tool("serve", "lessons", "--port", "0", "--output", "site")
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("is not a site that was built before"))
  }
}
