import Site
import Testing

@Suite struct SiteLinksTests {
  static let pages = [
    "README.md": "index.html", "05-adam.md": "05-adam.html", "more/extra.md": "extra.html",
  ]

  @Test(
    "a link of a lesson leads to a page of the site, or nowhere",
    arguments: [
      ("05-adam.md", SiteLinks.Destination.address("05-adam.html")),
      ("./05-adam.md#the-update", .address("05-adam.html#the-update")),
      ("README.md", .address("index.html")),
      ("more/extra.md", .address("extra.html")),
      ("#here", .address("#here")),
      ("https://example.org/a?b#c", .address("https://example.org/a?b#c")),
      ("mailto:a@example.org", .address("mailto:a@example.org")),
      ("images/bowl.svg", .file("images/bowl.svg")),
      ("%69mages/bowl.svg", .file("images/bowl.svg")),
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
    let links = SiteLinks(pages: Self.pages)
    #expect(links.destination(of: link, from: "04-rmsprop.md") == expected)
  }

  @Test("on the print page links between lessons are anchors")
  func onePage() {
    let links = SiteLinks(pages: Self.pages, isOnePage: true)
    #expect(
      links.destination(of: "05-adam.md#why", from: "04-rmsprop.md") == .address("#05-adam--why")
    )
    #expect(links.destination(of: "#why", from: "05-adam.md") == .address("#05-adam--why"))
    #expect(links.destination(of: "05-adam.md", from: "04-rmsprop.md") == .address("#05-adam"))
  }
}
