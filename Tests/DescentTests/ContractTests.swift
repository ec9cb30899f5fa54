import Foundation
import Testing

/// What scripts rely on: exit codes, streams and places of errors, from a folder of one's own.
@Suite struct ContractTests {
  private func sh(_ line: String, in tool: Tool? = nil) throws -> Tool.Outcome {
    let tool = try tool ?? Tool()
    try tool.write("x = 3\nx + 1\nstep tne\n", to: "wrong.txt")
    return try tool.sh(line)
  }

  @Test(
    "every end has its exit code",
    arguments: [
      ("descent", 0, ""), ("descent learn", 0, ""), ("descent learn adam", 0, ""),
      ("echo 1+1 | descent", 0, ""), ("descent run wrong.txt", 2, "wrong.txt:3:6: error: "),
      ("echo 1+ | descent", 2, "-:1:3: error: "), ("descent run", 64, "Error: "),
      ("echo 1+1 | descent run", 0, ""),
      ("descent run --data nowhere.csv wrong.txt", 66, "nowhere.csv: error: "),
      (
        "printf 'a,b\\n1\\n' > x.csv; descent run --data x.csv wrong.txt", 2,
        "x.csv:2:1: error: 1 field"
      ),
      ("echo 'table [1]' | descent run --write /proc/no", 73, "/proc/no: error: "),
      ("descent run --bogus wrong.txt", 64, "Error: Unknown option '--bogus'"),
      ("descent run --color some wrong.txt", 64, "Error: "),
      ("descent serve --port 70000", 64, "Error: "), ("descent new ../x", 64, "../x: error: "),
      ("descent run nowhere.txt", 66, "nowhere.txt: error: no such file"),
      ("mkdir d; descent run d", 66, "d: error: is a folder"),
      ("descent test nowhere", 66, "nowhere: error: "),
      ("descent build nowhere", 66, "nowhere: error: there is no course here"),
      ("descent learn nowhere", 66, "there is no lesson 'nowhere'"),
      ("descent learn adam#nowhere", 66, "10-adam.md: error: there is no step 'nowhere'"),
      ("descent learn 05-adam#nowhere", 66, "10-adam.md: error: there is no step 'nowhere'"),
      ("descent learn mini-batches#x", 66, "15-real-network.md: error: there is no step 'x'"),
      (
        "descent learn adam#two-averages-of-one-gradiant", 66,
        "did you mean 'two-averages-of-one-gradient'?"
      ),
      ("descent rnu", 66, "hint: did you mean 'descent run'?"),
      ("descent progress reset nowhere", 66, "there is no lesson 'nowhere'"),
      ("descent progress import nowhere", 66, "nowhere: error: no such file"),
      ("echo x > x.json; descent progress import x.json", 2, "x.json: error: "),
      ("descent progress export no/where.json", 73, "no/where.json: error: "),
      ("descent new one >&2; descent build --output /proc/no/where", 73, "/proc/no: error: "),
      ("XDG_STATE_HOME=/proc descent progress reset", 73, "error: "),
    ]
  )
  func exitCodes(line: String, status: Int, error: String) throws {
    let outcome = try sh(line)
    #expect(outcome.status == Int32(status))
    #expect(error.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(error))
  }

  @Test(
    "output that nobody gets is no success",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "descent run ok.txt", "descent lessons", "descent lessons --json", "descent learn",
      "descent progress", "descent progress export", "descent test ok.md", "descent new one",
    ]
  )
  func fullDisk(line: String) throws {
    let tool = try Tool()
    try tool.write("1 + 1\n", to: "ok.txt")
    try tool.write("# A\n\n## B\n\nText.\n", to: "ok.md")
    #expect(try sh("\(line) > /dev/full", in: tool).status == 73)
  }

  @Test("a first lesson brings its course, and both pass their test")
  func newCourse() throws {
    let tool = try Tool()
    let made = try sh("descent new 01-warm-up", in: tool)
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("lessons/01-warm-up.md\n"))
    #expect(try sh("descent test lessons", in: tool).status == 0)
    #expect(try sh("descent learn", in: tool).output.contains(":1  Warm up"))
    #expect(try sh("descent new 01-warm-up", in: tool).status == 73)
    let built = try sh("descent build", in: tool)
    #expect(built.status == 0)
    #expect(built.output == "_site: 1 page\n")
    #expect(try sh("test -f _site/01-warm-up.html", in: tool).status == 0)
  }

  @Test(
    "colour is used where it is asked for, and nowhere else",
    arguments: [
      ("descent run wrong.txt", false), ("descent run --color auto wrong.txt", false),
      ("descent run --color never wrong.txt", false),
      ("descent run --color always wrong.txt", true),
      ("NO_COLOR=1 descent run wrong.txt", false), ("TERM=dumb descent run wrong.txt", false),
      ("NO_COLOR=1 descent run --color always wrong.txt", true),
      ("CLICOLOR_FORCE=1 NO_COLOR=1 descent run wrong.txt", false),
    ]
  )
  func colour(line: String, isColoured: Bool) throws {
    let outcome = try sh(line)
    #expect(outcome.output.contains("\u{1B}[") == isColoured)
    #expect(outcome.errors.contains("\u{1B}[") == isColoured)
  }

  @Test(
    "signs are ASCII where they are asked to be or the locale has no others",
    arguments: [
      ("", "", false), ("", "--ascii", true), ("LC_ALL=C", "", true), ("LC_ALL=POSIX", "", true),
    ]
  )
  func signs(environment: String, option: String, isASCII: Bool) throws {
    let tool = try Tool()
    let script = "minimize x^2 from 3 with adam(0.1)\nstep 3\nplot loss\nexplain\n"
    try tool.write(script, to: "p.txt")
    let outcome = try sh("\(environment) descent run p.txt \(option)", in: tool)
    #expect(outcome.status == 0)
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 } == isASCII)
  }

  @Test("the contents are as wide as they may be")
  func columns() throws {
    for width in [40, 60, 100] {
      let outcome = try sh("COLUMNS=\(width) descent learn")
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= width })
      #expect(outcome.output.split(separator: "\n").contains { $0.count > width - 25 })
    }
  }

  @Test("Control-C ends a long run with 130")
  func interrupt() throws {
    let tool = try Tool()
    try tool.write("minimize x^2 from 3 with gd(0.001)\nstep 900000000\n", to: "long.txt")
    // A pipe is read once the tool has opened it.
    let outcome = try sh(
      "mkfifo pipe; descent run pipe & p=$!; cat long.txt > pipe; kill -INT $p; wait $p",
      in: tool
    )
    #expect(outcome.status == 130)
  }
}
