import Foundation
import Testing

/// What Tab offers in the system's shells.
@Suite struct ShellCompletionTests {
  /// The words bash would offer behind a line, without the package bash-completion.
  private func offers(_ line: String) throws -> [String] {
    let tool = try Tool()
    try tool.write(try tool("--generate-completion-script", "bash").output, to: "descent.bash")
    let script = """
      . ./descent.bash
      COMP_WORDS=($COMP_LINE)
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_POINT=${#COMP_LINE}
      _descent descent "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["--norc", "-c", script]
    process.currentDirectoryURL = tool.folder
    process.environment = [
      "PATH": Tool.executable.deletingLastPathComponent().path + ":/usr/bin:/bin",
      "DESCENT_COURSE": Tool.root.appending(path: "lessons").path, "COMP_LINE": line,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      ("descent learn mom", ["momentum"]), ("descent learn 10", ["10-adam"]),
      ("descent le", ["learn", "lessons"]), ("descent test --format j", ["junit", "json"]),
      ("descent progress reset ada", ["adam"]),
      ("descent learn adam#two", ["adam#two-averages-of-one-gradient"]),
      ("descent learn nothing", []), ("descent serve --po", ["--port"]),
    ]
  )
  func bash(line: String, expected: [String]) throws {
    #expect(try offers(line) == expected)
  }

  @Test(arguments: [("zsh", "#compdef descent\n"), ("fish", "complete -c 'descent'")])
  func otherShellsHaveAScriptThatAsksForLessons(shell: String, part: String) throws {
    let script = try Tool()("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains(part))
    #expect(script.output.contains("---completion learn -- positional@0"))
  }
}
