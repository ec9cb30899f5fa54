import Foundation
import Testing

/// `descent test --accept` as authors run it: what is written, what is said, how it ends.
@Suite struct AcceptTests {
  private func lesson(_ cell: String, _ output: String, words: String = "") -> String {
    "# T\n\n```descent\(words)\n\(cell)\n```\n```output\n\(output)\n```\n"
  }

  private func course(_ files: [String: String]) throws -> Tool {
    let tool = try Tool()
    for (name, text) in files { try tool.write(text, to: name) }
    return tool
  }

  private func left(_ tool: Tool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
      .filter { $0.contains(".new-") }
  }

  @Test("a pipe gets the same words and the same end as a terminal")
  func words() throws {
    let tool = try course(["a.md": lesson("1 + 1", "3")])
    let screen = try tool.sh("script -qec 'descent test --accept a.md' screen > /dev/null")
    let terminal = try tool.text("screen").replacing("\r\n", with: "\n")
    #expect(screen.status == 0)
    #expect(try tool.text("a.md") == lesson("1 + 1", "2"))
    try tool.write(lesson("1 + 1", "3"), to: "a.md")
    let piped = try tool.sh("descent test --accept a.md | cat")
    #expect(
      piped.output == """
        @@ -4,5 +4,5 @@
         1 + 1
         ```
         ```output
        -3
        +2
         ```
        a.md: 1 accepted
        1 output
        1 lesson, 1 check, 1 accepted, all fine

        """
    )
    #expect(terminal.contains(piped.output))
    try tool.write(lesson("1 + 1", "3"), to: "a.md")
    #expect(try tool.sh("descent test --accept a.md > /dev/full").status == 73)
  }

  @Test("a file that changed while its cells ran is left as it is")
  func changedMeanwhile() throws {
    let slow = "minimize x^2 from 3 with adam(1e-9)\nstep 300000"
    let tool = try course(["a.md": lesson(slow, "old", words: " timeout=60")])
    // Changed again and again, so that it has been whenever the tool is done.
    let outcome = try tool.sh(
      """
      (until [ -e done ]; do echo 'Written meanwhile.' >> a.md; sleep 0.02; done) &
      descent test --accept a.md; e=$?; touch done; exit $e
      """
    )
    #expect(outcome.status == 73)
    #expect(
      outcome.errors.hasSuffix(
        """
        a.md: error: has changed since it was read, and was left as it is
        hint: run this again

        """
      )
    )
    #expect(outcome.output.contains("output differs"))
    #expect(try tool.text("a.md").contains("old\n```\nWritten meanwhile.\n"))
    #expect(try left(tool) == [])
  }

  @Test("what cannot be written is an error, and nothing is half written")
  func cannotWrite() throws {
    let tool = try course(["a.md": lesson("1", "2"), "b.md": lesson("3", "4")])
    let readOnly = try tool.sh("chmod 444 a.md; descent test --accept a.md b.md")
    #expect(readOnly.status == 73)
    #expect(
      readOnly.errors == "a.md: error: is read-only\nhint: allow it to be written: chmod u+w\n"
    )
    #expect(readOnly.output.hasSuffix("2 lessons, 2 checks, 1 accepted, 1 failure\n"))
    #expect(try tool.text("a.md") == lesson("1", "2"))
    #expect(try tool.text("b.md") == lesson("3", "3"))
    let full = try tool.sh(
      "chmod 644 a.md; head -c 4000 /dev/zero | tr '\\0' x >> a.md; ulimit -f 1; "
        + "descent test --accept a.md"
    )
    #expect(full.status == 73)
    #expect(full.errors.hasPrefix("a.md: error: cannot be written: "))
    #expect(try tool.text("a.md").hasPrefix(lesson("1", "2")))
    #expect(try left(tool) == [])
  }

  @Test("a malformed file does not keep the next from being done, and all of them are told")
  func goesOn() throws {
    let tool = try course([
      "a.md": lesson("1", "2", words: " nochek"), "b.md": lesson("3", "4"),
      "c.md": lesson("1", "2", words: " hiden"),
    ])
    let outcome = try tool.sh("descent test --accept a.md b.md c.md")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("a.md:3:12: error: unknown word 'nochek'"))
    #expect(outcome.output.contains("c.md:3:12: error: unknown word 'hiden'"))
    #expect(try tool.text("b.md") == lesson("3", "3"))
  }

  @Test(
    "what fails all the same is told",
    arguments: [
      ("# T\n\n```descent\nnosuch\n```\n", 1, "a.md:4:1: error: unknown name 'nosuch'"),
      ("# T\n\n```descent fails\n1\n```\n", 1, "is marked 'fails' and does not fail"),
      ("# T\n\n[x](nowhere.md)\n", 1, "a.md:3:1: error: "),
      ("# T\n\n### Quiz: q\n\n- [ ] a\n- [x] b — yes\n", 1, "choice 'a' has no reaction"),
      ("# T\n\n```descent\n1\n```\n", 0, "1 accepted"),
    ]
  )
  func remains(text: String, status: Int32, message: String) throws {
    let tool = try course(["a.md": text])
    let outcome = try tool.sh("descent test --accept a.md")
    #expect(outcome.status == status)
    #expect(outcome.output.contains(message))
  }

  @Test("--only and --format are obeyed, and a heading that is nowhere is an error")
  func filters() throws {
    func text(_ one: Int, _ two: Int) -> String {
      let cells = [lesson("1 + 1", "\(one)"), lesson("2 + 2", "\(two)")].map { $0.dropFirst(5) }
      return "# T\n\n## One\n\n\(cells[0])\n## Two\n\n\(cells[1])"
    }
    let tool = try course(["a.md": text(3, 5)])
    let json = try tool.sh("descent test --accept --only one --only TW --format json a.md")
    #expect(json.status == 0)
    let results = json.output.matches(of: /"line":([0-9]+),.*"result":"([a-z]+)"/)
    #expect(results.map { "\($0.1) \($0.2)" } == ["5 accepted", "14 accepted"])
    #expect(json.lines.count == 2)
    #expect(try tool.text("a.md") == text(2, 4))
    try tool.write(text(3, 5), to: "a.md")
    #expect(try tool.sh("descent test --accept --only One a.md").status == 0)
    #expect(try tool.text("a.md") == text(2, 5))
    try tool.write(text(3, 5), to: "a.md")
    #expect(try tool.sh("descent test --accept a.md:15").status == 0)
    #expect(try tool.text("a.md") == text(3, 4))
    let nowhere = try tool.sh("descent test a.md --only One --only Tow")
    #expect(nowhere.status == 66)
    #expect(
      nowhere.errors == """
        --only: error: no heading of what was checked contains 'Tow'
        hint: did you mean 'Two'?

        """
    )
    let noLine = try tool.sh("descent test a.md:99")
    #expect(noLine.status == 66)
    #expect(noLine.output == "")
    #expect(noLine.errors.hasPrefix("a.md: error: there is nothing to check at line 99\n"))
  }

  @Test("--interactive asks for each change, on a terminal only")
  func interactive() throws {
    let cells = (1...3).map { lesson("\($0)", "0").dropFirst(5) }.joined(separator: "\n")
    let tool = try course(["a.md": "# T\n\n" + cells])
    let refused = try tool.sh("descent test -i a.md")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("use --accept instead"))
    let asked = try tool.sh(
      """
      : > screen
      (until grep -q 'write this' screen; do sleep 0.02; done; echo n; echo y; echo q) \
        | script -qfec 'descent test -i a.md' screen
      """
    )
    #expect(asked.status == 1)
    #expect(asked.output.contains("a.md: write this? [y,n,a,q] "))
    #expect(asked.output.contains("a.md: 1 accepted"))
    #expect(try tool.text("a.md").matches(of: /output\n(.)\n/).map { $0.1 } == ["0", "2", "0"])
  }

  @Test("--watch checks again when a file changes, until Control-C")
  func watch() throws {
    let tool = try course(["a.md": lesson("1 + 1", "3")])
    let outcome = try tool.sh(
      """
      says() { for i in $(seq 400); do grep -q "$1" watched && return; sleep 0.05; done; }
      (says '1 failure'; sed -i 's/^3$/2/' a.md; says 'all fine'; kill -INT $(cat number)) &
      sh -c 'echo $$ > number; exec descent test --watch a.md > watched'
      """
    )
    #expect(outcome.status == 130)
    let lines = try tool.text("watched").split(separator: "\n")
    #expect(lines.last == "1 lesson, 1 check, all fine")
    #expect(lines.count { $0.hasSuffix("1 failure") } == 1)
  }

  @Test("annotations for GitHub end with a summary")
  func github() throws {
    let tool = try course(["a.md": lesson("1 + 1", "3")])
    let outcome = try tool.sh("descent test --format github a.md")
    #expect(outcome.status == 1)
    let head = "::error file=a.md,line=6,col=1,title=T%3A cell at line 3::output differs%0A"
    #expect(outcome.lines[0].hasPrefix(head))
    #expect(outcome.lines.dropFirst() == ["1 lesson, 1 check, 1 failure"])
  }
}
