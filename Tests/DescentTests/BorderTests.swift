import Foundation
import Testing

/// The course is the border: what is no regular file of it is never read, and is named.
@Suite struct BorderTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "c/data"),
      withIntermediateDirectories: true
    )
    try tool.write("# A course\n\n1. [One](one.md): a lesson.\n", to: "c/README.md")
    try tool.write(
      "# One\n\nSee [the file](p.txt).\n\n```descent\n1 + 1\n```\n\n```output\n2\n```\n",
      to: "c/one.md"
    )
    try tool.write("text\n", to: "c/p.txt")
  }

  static let verbs = ["build c -o out", "test c", "run c/one.md", "learn c/one.md"]

  /// What stands in the way, made by a line of shell, and the message that names it.
  static let obstacles = [
    ("mv c/one.md c/x; ln -s x c/one.md", "c/one.md: error: is a symbolic link"),
    ("rm c/one.md; mkfifo c/one.md", "c/one.md: error: is a pipe, not a regular file"),
    ("ln -s /etc/passwd c/data/x.csv", "c/data/x.csv: error: is a symbolic link"),
    ("mkfifo c/data/x.csv", "c/data/x.csv: error: is a pipe, not a regular file"),
    ("rmdir c/data; ln -s /etc c/data", "c/data: error: is a symbolic link"),
  ]

  @Test("what is no regular file of the course is named, by whatever verb", arguments: obstacles)
  func refused(made: String, message: String) throws {
    for verb in Self.verbs {
      let outcome = try tool.sh(
        "[ -e made ] || { \(made); }; touch made; timeout 20 descent \(verb)"
      )
      #expect([1, 2, 66].contains(outcome.status), "\(verb)")
      #expect((outcome.output + outcome.errors).contains(message), "\(verb)")
    }
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appending(path: "out").path))
  }

  @Test("a secret that a pull request links to is not published")
  func secret() throws {
    let outcome = try tool.sh(
      "ln -sf /proc/self/environ c/p.txt; SECRET=abc descent build c; grep -r abc _site c"
    )
    #expect(
      outcome.errors.hasPrefix("c/one.md:3:5: error: link 'p.txt' leads to what is a symbolic")
    )
    #expect(outcome.output == "")
    #expect(
      try tool.sh("descent test c").output.contains("'p.txt' leads to what is a symbolic link")
    )
  }

  @Test("what no page needs may be a link, a pipe, or large")
  func unused() throws {
    let outcome = try tool.sh(
      """
      mkdir c/node_modules && ln -s nowhere c/node_modules/a && mkfifo c/pipe \
      && truncate -s 80M c/film.mp4 && descent build c && descent build c && descent test c
      """
    )
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("_site: 1 page\n_site: nothing changed\n"))
  }

  @Test("the course may be reached through a link, and a script may be a pipe")
  func allowed() throws {
    let outcome = try tool.sh(
      "ln -s c link && descent test link && mkfifo p && (echo 6*7 > p & descent run p)"
    )
    #expect(outcome.output.hasSuffix("all fine\n42\n"))
    #expect(outcome.status == 0)
  }

  @Test("a name with a line feed in it stays on its line")
  func names() throws {
    let outcome = try tool.sh("printf '# X\\n' > \"c/a$(printf '\\n\\033')b.md\"; descent test c")
    #expect(outcome.output.contains("'a^J^[b.md' is not listed"))
  }
}
