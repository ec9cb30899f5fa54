import Foundation
import Lessons
import Notebook
import Site
import Testing

@Suite struct SitePublisherTests {
  static let theme = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("site").path

  let folder: String

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("descent-publisher-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder + "/lessons",
      withIntermediateDirectories: true
    )
    try write("lessons/README.md", "# A course\n\n1. [First](first.md): begins\n")
    try write("lessons/first.md", "# First\n")
  }

  private func write(_ path: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + path, atomically: true, encoding: .utf8)
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// A lesson of one cell, whatever its file says: Markdown is read by the tool's child.
  private func publish(
    _ source: String,
    to output: String = "_site",
    siteURL: String? = nil,
    hasReference: Bool = false
  ) throws -> SitePublisher.Summary {
    let cell = Cell(source: source, lines: 3...5)
    let step = Step(
      title: "First",
      heading: [.text("First")],
      anchor: "first",
      line: 1,
      isIntroduction: true,
      blocks: [.cell(cell)]
    )
    var course = Course(folder: folder + "/lessons")
    course.page.title = "A course"
    course.entries = [Course.Entry(file: "first.md", heading: [.text("First")])]
    var publisher = SitePublisher(
      course: course,
      themes: [Self.theme],
      start: Session(),
      read: {
        Lesson(path: $0, id: "first", title: "First", heading: [.text("First")], steps: [step])
      }
    )
    publisher.siteURL = siteURL
    publisher.hasReference = hasReference
    return try publisher.publish(to: folder + "/" + output)
  }

  @Test("a page shows what its cells compute")
  func computed() throws {
    #expect(try publish("6 * 7\n", hasReference: true).pages == 1)
    #expect(text("_site/first.html")?.contains("<pre>42</pre>") == true)
    #expect(text("_site/index.html")?.contains("href=\"first.html\"") == true)
    #expect(text("_site/print.html")?.contains("<pre>42</pre>") == true)
    #expect(text("_site/reference.html")?.contains("id=\"optimizer-adam\"") == true)
  }

  @Test("the same course makes the same bytes")
  func sameBytes() throws {
    _ = try publish("6 * 7\n", to: "one")
    _ = try publish("6 * 7\n", to: "two")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder + "/one").sorted()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder + "/two").sorted() == names)
    #expect(names.contains("first.html"))
    for name in names { #expect(text("one/" + name) == text("two/" + name), "\(name)") }
  }

  @Test("nothing is built where nothing changed, and all is where something did")
  func unchanged() throws {
    #expect(try publish("6 * 7\n").pages == 1)
    #expect(try publish("6 * 7\n").pages == 0)
    try write("lessons/first.md", "# First, again\n")
    #expect(try publish("6 * 8\n").pages == 1)
    #expect(text("_site/first.html")?.contains("<pre>48</pre>") == true)
  }

  @Test("an error in a cell leaves the published site as it was")
  func error() throws {
    _ = try publish("6 * 7\n")
    try write("lessons/first.md", "# First, again\n")
    #expect(throws: LessonFaults.self) { try publish("6 * seven\n") }
    #expect(text("_site/first.html")?.contains("<pre>42</pre>") == true)
  }

  @Test("only a site that knows its address names it")
  func address() throws {
    _ = try publish("1\n", to: "here")
    #expect(text("here/first.html")?.contains("canonical") == false)
    #expect(text("here/sitemap.xml") == nil)
    _ = try publish("1\n", to: "there", siteURL: "https://example.org/course")
    let link = "<link rel=\"canonical\" href=\"https://example.org/course/first.html\">"
    #expect(text("there/first.html")?.contains(link) == true)
    #expect(text("there/sitemap.xml")?.contains("https://example.org/course/first.html") == true)
    #expect(text("there/404.html")?.contains("href=\"/course/index.html\"") == true)
  }
}
