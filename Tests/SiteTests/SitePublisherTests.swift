import BuiltTool
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

  /// A lesson of one cell.
  private func publish(
    _ source: String,
    to output: String = "_site",
    siteURL: String? = nil,
    hasReference: Bool = false,
    isUnchecked: Bool = false,
    isForced: Bool = false
  ) throws -> SitePublisher.Summary {
    try write("lessons/first.md", "# First\n\n```descent\n\(source)```\n")
    var publisher = SitePublisher(
      checker: CourseChecker(
        course: try Course(
          directory: folder + "/lessons",
          renderer: BuiltTool.renderer()
        ),
        reader: LessonReader(renderer: BuiltTool.renderer()),
        start: { LessonStart($0.start) }
      ),
      data: DataStore(),
      themes: [Self.theme]
    )
    publisher.publishesFailures = isUnchecked
    publisher.isUnchecked = isUnchecked
    publisher.siteURL = siteURL
    publisher.hasReference = hasReference
    publisher.isForced = isForced
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
    #expect(try publish("6 * 8\n").pages == 1)
    #expect(text("_site/first.html")?.contains("<pre>48</pre>") == true)
  }

  @Test("an error in a cell leaves the published site as it was")
  func error() throws {
    _ = try publish("6 * 7\n")
    #expect(throws: SitePublisher.Unproven.self) { try publish("6 * seven\n") }
    #expect(text("_site/first.html")?.contains("<pre>42</pre>") == true)
    let footer = "Published unchecked"
    #expect(text("_site/first.html")?.contains(footer) == false)
    #expect(try publish("6 * seven\n", isUnchecked: true).failures.failureCount == 1)
    #expect(text("_site/first.html")?.contains(footer) == true)
    #expect(
      text("_site/first.html")?.contains("<pre class=\"failure\">line 4: unknown name") == true
    )
  }

  /// Changes to a site, made by hand, after which it is not what would be built.
  static let damages = [
    "rm first.html", ": > first.html", "echo x >> assets/search.js",
    "printf '%s' \"$(tr a b < index.html)\" > x; truncate -r index.html x; mv x index.html",
    "rm first.html; ln -s index.html first.html", "rm .descent-inputs",
  ]

  @Test("a page that was deleted or damaged is built again", arguments: damages)
  func damaged(damage: String) throws {
    #expect(try publish("6 * 7\n").pages == 1)
    let whole = text("_site/index.html")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", damage]
    shell.currentDirectoryURL = URL(fileURLWithPath: folder + "/_site")
    try shell.run()
    shell.waitUntilExit()
    #expect(try publish("6 * 7\n").pages == 1)
    #expect(text("_site/first.html")?.contains("<pre>42</pre>") == true)
    #expect(text("_site/index.html") == whole)
    #expect(try publish("6 * 7\n").pages == 0)
  }

  @Test("a copy of a site is as good as the site, and a forced build builds all")
  func copied() throws {
    _ = try publish("6 * 7\n")
    try FileManager.default.copyItem(atPath: folder + "/_site", toPath: folder + "/copy")
    #expect(try publish("6 * 7\n", to: "copy").pages == 0)
    #expect(try publish("6 * 7\n", to: "copy", isForced: true).pages == 1)
  }

  @Test(
    "a site is built neither among the lessons nor around them",
    arguments: ["lessons/out", "."]
  )
  func misplaced(output: String) throws {
    let error = #expect(throws: SiteError.self) { try publish("1\n", to: output) }
    #expect(error?.kind == .unwritable)
    #expect(error?.hint != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["lessons"])
  }

  @Test("what was not asked for may change, be a link, or be anything")
  func unused() throws {
    _ = try publish("6 * 7\n")
    try write("lessons/notes.txt", "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/lessons/link",
      withDestinationPath: "nowhere"
    )
    #expect(try publish("6 * 7\n").pages == 0)
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
