import Lessons
import Site
import Testing

@Suite struct SiteLinksTests {
  static let course = CourseLinks { path in
    let files = [
      "README.md", "04-rmsprop.md", "05-adam.md", "more/extra.md", "more/index.md", "fi ve.md",
      "images/bowl.svg", "solve.py", "all.zip", "notes.ipynb", "x.SVG", "secret.png",
      ".git/config.txt",
    ]
    if files.contains(path) { return .file }
    return path == "more" ? .folder : nil
  }

  @Test(
    "a link of a lesson leads to a page of the site, to a file beside it, or nowhere",
    arguments: [
      ("05-adam.md", SiteLinks.Destination.address("05-adam.html")),
      ("./05-adam.md#the-update", .address("05-adam.html#the-update")),
      ("README.md", .address("index.html")),
      ("more/extra.md", .address("more/extra.html")),
      ("more/", .address("more/index.html")),
      ("fi%20ve.md#x", .address("fi%20ve.html#x")),
      ("#here", .address("#here")),
      ("https://example.org/a?b#c", .address("https://example.org/a?b#c")),
      ("mailto:a@example.org", .address("mailto:a@example.org")),
      ("images/bowl.svg", .file("images/bowl.svg", address: "images/bowl.svg")),
      ("%69mages/bowl.svg", .file("images/bowl.svg", address: "images/bowl.svg")),
      ("solve.py", .file("solve.py", address: "solve.py")),
      ("all.zip", .file("all.zip", address: "all.zip")),
      ("notes.ipynb", .file("notes.ipynb", address: "notes.ipynb")),
      ("x.SVG", .file("x.SVG", address: "x.SVG")),
      ("missing.md", .nowhere),
      ("../README.md", .nowhere),
      ("%2e%2e/secret.png", .nowhere),
      ("more/../../secret.png", .nowhere),
      (".git/config.txt", .nowhere),
      ("page.html", .nowhere),
      ("/etc/passwd.txt", .nowhere),
      ("//example.org/a.png", .nowhere),
      ("javascript:alert(1)", .nowhere),
      ("JaVaScRiPt:alert(1)", .nowhere),
      (" javascript:alert(1)", .nowhere),
      ("java\tscript:alert(1)", .nowhere),
      ("javascript%3Aalert(1)", .nowhere),
      ("data:text/html,x", .nowhere),
      ("vbscript:x", .nowhere),
      ("file:///etc/passwd", .nowhere),
    ]
  )
  func destination(link: String, expected: SiteLinks.Destination) {
    #expect(SiteLinks(Self.course).destination(of: link, from: "04-rmsprop.md") == expected)
  }

  @Test(
    "from a page in a folder addresses lead up first",
    arguments: [
      ("../05-adam.md#why", SiteLinks.Destination.address("../05-adam.html#why")),
      ("extra.md", .address("extra.html")), (".", .address("index.html")),
      ("../images/bowl.svg", .file("images/bowl.svg", address: "../images/bowl.svg")),
    ]
  )
  func folder(link: String, expected: SiteLinks.Destination) {
    let found = SiteLinks(Self.course).destination(of: link, from: "more/extra.md")
    #expect(found == expected)
  }

  @Test("on the print page links between its lessons are anchors, and others are not")
  func onePage() {
    let links = SiteLinks(Self.course, chapters: ["05-adam.md"])
    for (link, file, address) in [
      ("05-adam.md#why", "04-rmsprop.md", "#05-adam:why"), ("#why", "05-adam.md", "#05-adam:why"),
      ("../05-adam.md", "more/extra.md", "#05-adam"),
      ("extra.md", "more/extra.md", "more/extra.html"),
    ] {
      #expect(links.destination(of: link, from: file) == .address(address))
    }
  }
}
