import Lessons
import Testing

/// The XML for build servers against the schema that they publish (`junit-10.xsd` of Jenkins).
@Suite struct JUnitTests {
  /// What an element must have, what it may have, and what stands in it.
  static let schema: [String: (required: [String], optional: [String], children: [String])] = [
    "testsuites": ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
    "testsuite": (
      ["name", "tests", "failures", "errors"], ["time", "skipped", "file"],
      ["testcase", "system-out"]
    ),
    "testcase": (["name"], ["time", "classname"], ["skipped", "error", "failure"]),
    "skipped": ([], ["type", "message"], []),
    "error": ([], ["type", "message"], []),
    "failure": ([], ["type", "message"], []),
    "system-out": ([], [], []),
  ]

  static func check(_ element: XMLElement) throws {
    let rule = try #require(schema[element.name], "no element '\(element.name)'")
    let names = Set(element.attributes.keys)
    #expect(names.isSuperset(of: rule.required))
    #expect(names.isSubset(of: rule.required + rule.optional))
    if let time = element.attributes["time"] {
      #expect(time.wholeMatch(of: /[0-9]+\.[0-9]{3}/) != nil)
    }
    for child in element.children {
      #expect(rule.children.contains(child.name), "\(child.name) in \(element.name)")
      try check(child)
    }
  }

  static func number(_ name: String, of element: XMLElement) throws -> Int {
    try #require(Int(element.attributes[name] ?? ""))
  }

  @Test func theSchemaHoldsAndTheCountsAddUp() throws {
    let root = try XMLElement(document: CheckReportTests.report().junit)
    #expect(root.name == "testsuites")
    try Self.check(root)
    let counted = ["failures": "failure", "errors": "error"]
    for suite in root.children {
      let cases = suite.all("testcase")
      #expect(try Self.number("tests", of: suite) == cases.count)
      #expect(Set(cases.map { $0.attributes["name"] }).count == cases.count)
      #expect(cases.allSatisfy { $0.attributes["time"] != nil && $0.children.count <= 1 })
      for (name, element) in counted.merging(["skipped": "skipped"], uniquingKeysWith: { $1 }) {
        #expect(try Self.number(name, of: suite) == suite.all(element).count)
      }
    }
    #expect(try Self.number("tests", of: root) == root.all("testcase").count)
    for (name, element) in counted {
      #expect(try Self.number(name, of: root) == root.all(element).count)
    }
    #expect(root.all("failure").count == 2)
    #expect(root.all("error").count == 1)
    #expect(root.all("skipped").count == 2)
  }

  @Test func oneThingThatFailsIsOneCaseWithAllThatIsWrong() throws {
    let root = try XMLElement(document: CheckReportTests.report().junit)
    #expect(
      root.children.map { $0.all("testcase").compactMap { $0.attributes["name"] } } == [
        [
          "A & B, 100 %: cell at line 5", "A & B, 100 %: cell at line 12",
          "A & B, 100 %: cell at line 16", "A & B, 100 %: cell at line 21",
          "A & B, 100 %: quiz 'q'", "A & B, 100 %: quiz 'q' (2)",
        ], ["reading"], [],
      ]
    )
    #expect(root.all("error")[0].text == "bad.md:3:1: error: no, 3\nbad.md:5:1: error: no, 5")
    #expect(root.all("failure")[0].attributes["message"] == "^[[1m<x> & 100 %, or: so")
    #expect(root.all("failure")[1].text.contains("choice 'a' has no reaction"))
    #expect(root.all("failure")[1].text.contains("choice 'b' has no reaction"))
  }

  @Test func whatXMLForbidsIsNotInIt() throws {
    var report = try CheckReportTests.report()
    report.lessons[0].path = "\u{0}\u{8}\u{FFFE}\u{FFFF}]]>\n\"'.md"
    let root = try XMLElement(document: report.junit)
    #expect(root.children[0].attributes["name"] == "^@^H\u{FFFD}\u{FFFD}]]>^J\"'.md")
  }
}
