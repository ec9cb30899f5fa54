import Foundation
import Testing

@Suite struct RunTests {
  @Test func everyStatementIsOneJSONObject() throws {
    let tool = try Tool()
    let script = """
      # a comment
      minimize x^2 + 10y^2 from (-5, 2) with gd(alpha=0.01)
      step
      table t, x, loss
      x + 1
      """
    let outcome = try tool(script: script, "--format", "json")
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.dropFirst(2) == [
        #"{"file":"script.txt","line":4,"source":"table t, x, loss","outputs":[{"type":"table","columns":["t","x","loss"],"rows":[[0,-5,65],[1,-4.9,49.610000000000014]]}]}"#,
        #"{"file":"script.txt","line":5,"source":"x + 1","outputs":[{"type":"value","value":-3.9000000000000004}]}"#,
      ]
    )
  }

  @Test func anErrorIsAnObjectWithColumnAndLengthAndEndsTheScript() throws {
    let tool = try Tool()
    let outcome = try tool(script: "ten = 10\nstep tne\n1 + 1\n", "--format", "json")
    #expect(outcome.status == 2)
    #expect(
      outcome.lines.last
        == #"{"file":"script.txt","line":2,"source":"step tne","error":{"message":"unknown name 'tne'","hint":"did you mean 'ten'?","line":2,"column":6,"length":3}}"#
    )
    #expect(outcome.errors.hasPrefix("script.txt:2:6: error: unknown name 'tne'\n"))
  }

  @Test func keepGoingReachesTheEndAndStillSaysThatThereWasAnError() throws {
    let outcome = try Tool()(script: "nothing\n1 + 1\n", "--keep-going")
    #expect(outcome.status == 2)
    #expect(outcome.output == "2\n")
  }

  @Test func theBowlUnderAdamEqualsPyTorchOverTwoHundredSteps() throws {
    let tool = try Tool()
    let script = """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 200
      table t, x, y, loss
      """
    let outcome = try tool("run", "--format", "json", "-", input: Data(script.utf8))
    let line = try #require(outcome.lines.last)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let outputs = try #require(object?["outputs"] as? [[String: Any]])
    let rows = try #require(outputs.first?["rows"] as? [[Double]])
    let reference = try BowlReference.rows()
    #expect(rows.count == 201)
    for (row, expected) in zip(rows, reference) {
      #expect(abs(row[1] - expected[0]) <= 1e-12 * max(1, abs(expected[0])))
      #expect(abs(row[2] - expected[1]) <= 1e-12 * max(1, abs(expected[1])))
    }
  }

  @Test func numbersOutOfRangeAreWordsInJSON() throws {
    let outcome = try Tool()(script: "[1/0, -1/0, 0/0]\n", "--format", "json")
    #expect(outcome.output.contains(#""value":["inf","-inf","nan"]"#))
  }

  @Test func aScriptMayComeAloneFromStandardInput() throws {
    let outcome = try Tool()(input: Data("1 + 1\n".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output == "2\n")
  }

  @Test(
    arguments: [
      (Data([0xFF, 0xFE, 0x00, 0x0A]), "-:1:1: error: this is not UTF-8 text"),
      (Data("1 + 1\n\u{1}\u{2}\n".utf8), "-:2:1: error: unexpected character 'U+1'"),
      (Data([0x31, 0x00, 0x32]), "-:1:2: error: unexpected character 'U+0'"),
      (Data("a = (1 +\n".utf8), "-:1:5: error: this '(' is never closed"),
    ])
  func rubbishOnStandardInputHasAPlace(_ input: Data, _ error: String) throws {
    let outcome = try Tool()("run", "-", input: input)
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").first.map { String($0) } == error)
  }

  @Test func noControlCharacterOfAScriptReachesTheTerminal() throws {
    let outcome = try Tool()(script: "\"a\u{9B}31m\"\nexpect 1 == 2 say \"\u{202E}x\"\n")
    for byte in outcome.output.unicodeScalars + outcome.errors.unicodeScalars {
      #expect(byte == "\n" || (byte.value >= 0x20 && !(0x7F..<0xA0).contains(byte.value)))
      #expect(byte != "\u{202E}")
    }
  }

  @Test func aMissingFileIsSaidAndHasItsExitCode() throws {
    let outcome = try Tool()("run", "nowhere.md")
    #expect(outcome.status == 66)
    #expect(outcome.errors.hasPrefix("nowhere.md: error: no such file\nhint: "))
    #expect(outcome.output.isEmpty)
    let json = try Tool()("run", "--format", "json", "nowhere.md")
    #expect(json.status == 66)
    #expect(
      json.output == #"{"file":"nowhere.md","error":{"message":"no such file","#
        + #""hint":"descent lessons lists the course"}}"# + "\n"
    )
  }

  @Test func aPipeIsReadWithoutBeingNamed() throws {
    let outcome = try Tool()("run", input: Data("1 + 1\n".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output == "2\n")
  }

  /// A program at the other end of two pipes asks, waits for its answer, and asks again.
  @Test func everyLineOfAPipeIsAnsweredAtOnce() throws {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = ["run", "--format", "json", "--keep-going", "-"]
    process.environment = ["HOME": try Tool().folder.path]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    for (line, part) in [
      ("a = 1", #""line":1,"source":"a = 1","outputs":[]"#), ("a + 1", #""value":2"#),
      ("b", #""message":"unknown name 'b'""#), ("[1,\n 2]", #""line":4,"source":"[1,\n 2]""#),
      ("a", #""line":6"#),
    ] {
      try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
      var answer = Data()
      while answer.last != 0x0A { answer += output.fileHandleForReading.availableData }
      #expect(String(decoding: answer, as: UTF8.self).contains(part))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test func aTableOfOnesOwnIsAtHandAndResultsGoIntoAFolder() throws {
    let tool = try Tool()
    try tool.write("Temp (C),b\n1,2\n3.5,-4\n", to: "mine.csv")
    let script = """
      a = 1
      table own.Temp_C, own.b
      plot own.b
      table [1]; plot [1, 2]
      """
    try tool.write(script, to: "script.txt")
    let outcome = try tool.sh(
      "descent run --data own=mine.csv --data mine.csv --write out/files --format csv script.txt"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "own.Temp_C,own.b\n1,2\n3.5,-4\n\n[1]\n1\n")
    #expect(
      try tool.sh("ls out/files").lines
        == ["02-table.csv", "03-plot.svg", "04-table.csv", "05-plot.svg"]
    )
    #expect(try tool.sh("cat out/files/02-table.csv").output == "own.Temp_C,own.b\n1,2\n3.5,-4\n")
    #expect(try tool.text("out/files/03-plot.svg").hasPrefix("<svg "))
  }

  @Test(
    arguments: [
      ("", "x.csv: error: the table is empty"),
      ("a,b\n1,2\n3\n", "x.csv:3:1: error: 1 field where the header has 2: column 'b' has none"),
      ("a,b\n1,\u{0}\n", "x.csv:2:1: error: column 2 is not UTF-8 text"),
      ("1,2\n3,4\n", "x.csv:1:1: error: the first line has to name the columns"),
      ("a\n\"x\n", "x.csv:2:1: error: a quote is not closed"),
      ("a b,a-b\n1,2\n", "x.csv:1:1: error: two columns would be called 'a_b'"),
      ("a\n\"1,5\"\n", "x.csv:2:1: error: column 'a' has '1,5', with a comma"),
    ])
  func aTableThatIsNoneIsNamedWithLineAndColumn(_ text: String, _ error: String) throws {
    let tool = try Tool()
    try tool.write(text, to: "x.csv")
    let outcome = try tool.sh("echo 1 | descent run --data x.csv")
    #expect(outcome.status != 0 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(error), "\(outcome.errors)")
  }

  @Test func aFieldThatMakesAColumnTextIsNamed() throws {
    let tool = try Tool()
    try tool.write("a,b\n1,2\nn/a,3\n", to: "x.csv")
    let outcome = try tool.sh("echo 'sum(x.a)' | descent run --data x.csv")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: 'x.a' is text, not a series of numbers"))
    #expect(outcome.errors.contains("hint: line 3 holds 'n/a'; leave a cell empty"))
  }

  /// What is said of an expectation waits for its reactions, wherever lines end.
  @Test func aReactionOfALaterLineExplainsAnExpectation() throws {
    let script = "expect 1 == 2\n# and why\nwhen 1 == 1 say \"no\"\n3\n"
    let outcome = try Tool()("run", "--keep-going", input: Data(script.utf8))
    #expect(outcome.status == 1)
    #expect(outcome.output == "3\n")
    #expect(outcome.errors == "-:1:8: not yet: no\n")
  }
}

/// The parameters of the recorded PyTorch run, one row for each step.
enum BowlReference {
  static func rows() throws -> [[Double]] {
    let url = Tool.root.appending(path: "Tests/DescentTests/Fixtures/bowl.adam.torch.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    return try #require(object?["params"] as? [[Double]])
  }
}
