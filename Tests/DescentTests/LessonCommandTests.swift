import Foundation
import Testing

@Suite struct LessonCommandTests {
  private static let lesson = """
    ---
    id: sums
    summary: Sums.
    ---

    # Sums

    ## One

    ```descent
    x = 1.25
    x * 2
    ```

    ```output
    2.5
    ```

    """

  @Test func aRightLessonPasses() throws {
    let tool = try Tool()
    try tool.write(Self.lesson, to: "sums.md")
    let outcome = try tool("test", "sums.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("all fine"))
  }

  @Test func oneWrongDigitFailsWithPlaceAndDifferenceAndAcceptRepairsJustThat() throws {
    let tool = try Tool()
    let wrong = Self.lesson.replacing("\n2.5\n", with: "\n2.6\n")
    try tool.write(wrong, to: "sums.md")
    let outcome = try tool("test", "sums.md")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("sums.md:15:1: error: output differs (under \"One\")"))
    #expect(outcome.output.contains("-2.6\n"))
    #expect(outcome.output.contains("+2.5\n"))
    #expect(try tool("test", "--accept", "sums.md").status == 0)
    #expect(try tool.text("sums.md") == Self.lesson)
    #expect(try tool("test", "sums.md").status == 0)
  }

  @Test func aMalformedLessonHasAPlaceAndExitCodeTwo() throws {
    let tool = try Tool()
    try tool.write(Self.lesson.replacing("```descent\n", with: "```descent hiden\n"), to: "sums.md")
    for arguments in [["test", "sums.md"], ["run", "sums.md"]] {
      let outcome = try tool(arguments[0], arguments[1])
      #expect(outcome.status == 2)
      let text = outcome.output + outcome.errors
      #expect(text.contains("sums.md:10:"))
      #expect(text.contains("error: "))
      #expect(text.contains("did you mean 'hidden'?"))
    }
  }

  @Test func aNewLessonIsListedAndPassesItsTest() throws {
    let tool = try Tool()
    let course = tool.folder.appending(path: "mine")
    try FileManager.default.createDirectory(at: course, withIntermediateDirectories: true)
    try tool.write("# A\n\n## B\n\nText.\n", to: "mine/one.md")
    try tool.write("# A course\n\n- [One](one.md): first.\n\nText.\n", to: "mine/README.md")
    let made = try tool("new", "08-warm-up", "--course", "mine")
    #expect(made.status == 0)
    #expect(made.output.hasPrefix("mine/08-warm-up.md\n"))
    #expect(
      try tool.text("mine/README.md")
        == "# A course\n\n- [One](one.md): first.\n"
        + "- [Warm up](08-warm-up.md): what a learner can do after it.\n\nText.\n"
    )
    #expect(try tool("test", "mine").status == 0)
    #expect(try tool("new", "08-warm-up", "--course", "mine").status == 73)
  }

  @Test func aNewCourseIsTestedBuiltAndLearned() throws {
    let tool = try Tool()
    #expect(try tool("new", "--course", "going-down").status == 0)
    let tested = try tool("test", "going-down")
    #expect(tested.output.hasSuffix("all fine\n"))
    #expect(tested.status == 0)
    #expect(try tool("build", "going-down").status == 0)
    let contents = try tool("lessons", "going-down").output
    #expect(contents.hasPrefix("Going down\n"))
    #expect(contents.contains("\nBeginning\n    :1  First steps\n"))
    #expect(try tool("learn", "going-down/01-first-steps.md").status == 0)
    #expect(try tool("new", "--course", "going-down").status == 73)
  }

  @Test func aFileHasTheDataOfItsOwnCourse() throws {
    let tool = try Tool()
    #expect(try tool("new", "--course", "mine").status == 0)
    try tool.write("a,temp_max\n1,77\n", to: "mine/data/seattle.csv")
    let cell = "# T\n\n## S\n\n```descent\nseattle.temp_max[1]\n```\n\n```output\n0\n```\n"
    try tool.write(cell, to: "mine/t.md")
    #expect(try tool("run", "mine/t.md").output == "77\n")
    #expect(try tool("test", "--accept", "mine/t.md").status == 0)
    #expect(try tool.text("mine/t.md") == cell.replacing("\n0\n", with: "\n77\n"))
    try tool.write("seattle.temp_max[1]\n", to: "mine/t.txt")
    #expect(try tool("run", "mine/t.txt").output == "77\n")
  }

  @Test func whereThereIsNoCourseNoneIsTaken() throws {
    let tool = try Tool()
    try tool.write("# A\n\n- [gone](gone.md): one.\n", to: "README.md")
    let outcome = try tool("test", ".")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("is no course: no list of its README.md links to a lesson"))
  }

  @Test func learnWithoutATerminalPrintsTheContents() throws {
    let outcome = try Tool()("learn")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(":4  Averages that remember"))
  }

  /// The bare notebook does not go through the parser of options, so it has a test of its own.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: ["", " learn", " learn adam", " --ascii"]
  )
  func aTerminalGetsAPrompt(arguments: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qec", Tool.executable.path + arguments, "/dev/null"]
    let tool = try Tool()
    process.currentDirectoryURL = tool.folder
    process.environment = [
      "TERM": "dumb", "HOME": tool.folder.path, "LC_ALL": "C.UTF-8",
      "DESCENT_COURSE": Tool.root.appending(path: "lessons").path,
    ]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(":quit\n:quit\n".utf8))
    try input.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let part = arguments.contains("adam") ? "Adam" : "Enter goes on where you left"
    #expect(String(decoding: text, as: UTF8.self).contains(part))
  }

  @Test func anUnknownLessonIsNoInput() throws {
    let outcome = try Tool()("learn", "10-adm")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("did you mean '10-adam'?"))
  }

  @Test func progressGoesOutAndComesBack() throws {
    let tool = try Tool()
    try tool.write(
      #"{"version":1,"lessons":{"adam":{"position":"x","steps":["x"],"exercises":[],"quizzes":[],"finished":true}}}"#,
      to: "mine.json"
    )
    #expect(try tool("progress", "import", "mine.json").status == 0)
    #expect(try tool("progress", "show").output.contains("10-adam  done"))
    #expect(try tool("progress", "export").output.contains(#""adam""#))
    #expect(try tool("progress", "reset").status == 0)
    #expect(try tool("progress", "show").output.contains("10-adam  not begun"))
  }

  @Test func usageErrorsEndWith64() throws {
    #expect(try Tool()("run", "--formt", "json", "-").status == 64)
    #expect(try Tool()("test", "--format", "xml").status == 64)
  }
}
