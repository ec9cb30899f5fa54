import Lessons
import Testing

@Suite struct CourseLinksTests {
  private static let links = CourseLinks { path in
    let files = [
      "a.md", "sub/README.md", "more/index.md", "solve.py", "all.zip", "x.SVG", "sub/data.csv",
    ]
    if files.contains(path) { return .file }
    return ["", "sub", "more", "bare", ".git"].contains(path) ? .folder : nil
  }

  private static let cases: [(String, String, CourseLinks.Destination?)] = [
    ("a.md#h", "sub/b.md", nil), ("../a.md#h", "sub/b.md", .page(file: "a.md", anchor: "h")),
    ("#here", "a.md", .page(file: "a.md", anchor: "here")),
    ("#", "a.md", .page(file: "a.md", anchor: nil)),
    ("sub/", "a.md", .page(file: "sub/README.md", anchor: nil)),
    ("more", "a.md", .page(file: "more/index.md", anchor: nil)),
    ("solve.py", "a.md", .file("solve.py")), ("%61ll.zip", "a.md", .file("all.zip")),
    ("x.SVG?raw", "a.md", .file("x.SVG")), ("data.csv", "sub/README.md", .file("sub/data.csv")),
    ("https://x.org/a.md", "a.md", .elsewhere), ("mailto:a@x.org", "a.md", .elsewhere),
    ("bare", "a.md", nil), (".git/config", "a.md", nil), ("gone.md", "a.md", nil),
    ("../x", "a.md", nil), ("%2e%2e/x", "a.md", nil), ("/etc/passwd", "a.md", nil),
    ("javascript:alert(1)", "a.md", nil),
  ]

  @Test(arguments: cases)
  func destination(target: String, file: String, expected: CourseLinks.Destination?) {
    let found = try? Self.links.destination(of: target, from: file)
    #expect(found == expected)
  }
}
