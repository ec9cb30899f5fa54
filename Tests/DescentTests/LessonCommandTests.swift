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

  @Test func aNewLessonPassesItsTest() throws {
    let tool = try Tool()
    let course = tool.folder.appending(path: "lessons")
    try FileManager.default.createDirectory(at: course, withIntermediateDirectories: true)
    try tool.write("# A course\n\n1. [Warm up](08-warm-up.md): first.\n", to: "lessons/README.md")
    let made = try tool("new", "08-warm-up")
    // The environment names the project's course; a lesson of that name is not there either.
    let path = made.output.split(separator: "\n").first.map { String($0) } ?? ""
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(made.status == 0)
    #expect(try tool("test", path).status == 0)
    #expect(try tool("new", "08-warm-up").status == 73)
  }

  @Test func learnWithoutATerminalPrintsTheContents() throws {
    let outcome = try Tool()("learn")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(":1  Averages that remember"))
  }

  @Test func anUnknownLessonIsNoInput() throws {
    let outcome = try Tool()("learn", "05-adm")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("did you mean '05-adam'?"))
  }

  @Test func progressGoesOutAndComesBack() throws {
    let tool = try Tool()
    try tool.write(
      #"{"version":1,"lessons":{"adam":{"position":"x","steps":["x"],"exercises":[],"quizzes":[],"finished":true}}}"#,
      to: "mine.json"
    )
    #expect(try tool("progress", "import", "mine.json").status == 0)
    #expect(try tool("progress", "show").output.contains("05-adam  done"))
    #expect(try tool("progress", "export").output.contains(#""adam""#))
    #expect(try tool("progress", "reset").status == 0)
    #expect(try tool("progress", "show").output.contains("05-adam  not begun"))
  }

  @Test func usageErrorsEndWith64() throws {
    #expect(try Tool()("run", "--formt", "json", "-").status == 64)
    #expect(try Tool()("test", "--format", "xml").status == 64)
  }
}
