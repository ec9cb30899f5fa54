import Foundation
import Testing

/// What `descent build` makes of a course as a whole.
@Suite struct CourseSiteTests {
  private static func build(
    _ files: [String: String],
    _ body: (Tool, Tool.Outcome) throws -> Void
  ) throws {
    let tool = try Tool()
    for (name, text) in files {
      let file = tool.folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    try body(tool, try tool("build", "c"))
  }

  private static let course = [
    "c/README.md": """
    ---
    name: Short
    language: de
    footer: Ours & <ours>
    logo: art/logo.svg
    url: https://example.org/c
    ---
    # A long title, $`\\beta`$

    Who it is for.

    ## Part one

    - [x] [A](a/index.md): first.

      More on it.
    - [B](b/index.md): second, with $`\\alpha`$.

    After the list.

    <!-- reference -->

    ## Beside

    - [Words](words.md): all.
    """,
    "c/a/index.md":
      "---\nid: a\nwas: [old name]\n---\n# A\n\n## Main\n\n[b](../b/index.md#main) [up](../README.md) [x](../x.SVG)"
      + " [s](solve.py) [d](../data/)\n",
    "c/b/index.md": "---\nid: b\n---\n# B\n\n## Main\n\n![a bowl](../art/logo.svg)\n",
    "c/words.md": "# Words\n\nText.\n", "c/x.SVG": "<svg/>", "c/a/solve.py": "pass\n",
    "c/data/README.md": "# D\n\nText.\n", "c/art/logo.svg": "<svg/>",
    "c/site/site.yml": "footer: theme\n",
  ]

  @Test func theCourseIsPublishedUnderItsOwnWords() throws {
    try Self.build(Self.course) { tool, outcome in
      #expect(outcome.errors == "")
      #expect(outcome.output == "_site: 4 pages\n")
      let index = try tool.text("_site/index.html")
      for part in [
        "<html lang=\"de\">", "<title>A long title, β</title>", "</math></h1>",
        "<p>Who it is for.</p>",
        ">Part one</a></h2>", "<p>After the list.</p>", "More on it.", "Ours &amp; &lt;ours&gt;",
        "<img class=\"logo\" src=\"art/logo.svg\"", "Short</a>", "https://example.org/c/",
        "<li value=\"2\" data-lesson=\"b\" data-name=\"b/index\"><a href=\"b/index.html\">B</a>",
        "<ul class=\"pages\">\n<li><a href=\"words.html\">Words</a>",
      ] {
        #expect(index.contains(part), "\(part)")
      }
      #expect(!index.contains(">theme<"))
      let lesson = try tool.text("_site/b/index.html")
      #expect(lesson.contains("<title>B · Short</title>"))
      #expect(lesson.contains("<h3>Part one</h3>"))
      #expect(lesson.contains("<img src=\"../art/logo.svg\""))
    }
  }

  @Test func pagesInFoldersLeadToEachOtherAndToTheirFiles() throws {
    try Self.build(Self.course) { tool, _ in
      let lesson = try tool.text("_site/a/index.html")
      for part in [
        "href=\"../b/index.html#main\"", "href=\"../index.html\">up", "href=\"../x.SVG\"",
        "href=\"solve.py\"", "href=\"../data/index.html\"", "data-root=\"../\"",
        "<link rel=\"next\" href=\"../b/index.html\">",
      ] {
        #expect(lesson.contains(part), "\(part)")
      }
      for file in ["x.SVG", "a/solve.py", "data/index.html", "words.html", "art/logo.svg"] {
        #expect(FileManager.default.fileExists(atPath: tool.folder.path + "/_site/" + file))
      }
      #expect(try tool.text("_site/words.html").contains("<main id=\"page:main\">"))
    }
  }

  @Test func theOldAddressOfALessonLeadsToTheNewOne() throws {
    try Self.build(Self.course) { tool, _ in
      let page = try tool.text("_site/a/old name.html")
      #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=index.html\">"))
      #expect(page.contains("<a href=\"index.html\">A</a>"))
      #expect(!page.contains("<script"))
    }
  }

  @Test func headingsAreNeverTheIdsOfThePage() throws {
    var files = Self.course
    files["c/b/index.md"] = """
      # B

      [r](#results) [m](#main) [c](#contents) [d](#descent) A note[^a].

      ## Results

      ## Main

      ## Contents

      ## Descent

      ## fn 1

      ## index 20

      ```descent
      1 + 1
      ```

      ## ∇

      [^a]: Its item.
      """
    try Self.build(files) { tool, outcome in
      #expect(outcome.errors == "")
      let ids = try tool.text("_site/b/index.html").split(separator: " id=\"").dropFirst()
        .map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count)
      #expect(ids.contains("page:main") && ids.contains("main") && !ids.contains(""))
    }
  }

  @Test(arguments: [
    (
      1, "c/b/index.md", "# B\n\n![x](gone.png)\n",
      "c/b/index.md:3:1: error: link 'gone.png' leads to no file"
    ),
    (
      1, "c/README.md", "---\nlogo: gone.svg\n---\n# C\n\n- [A](a/index.md): 1\n",
      "c/README.md:1:1: error: the logo: link 'gone.svg' leads to no file"
    ),
    (2, "c/site/site.yml", "title: T\n", "c/site/site.yml: error: unknown key 'title'"),
    (
      1, "c/a/index.md", "---\nwas: [index]\n---\n# A\n",
      "c/README.md:14:1: error: 'a/index.md' has the page 'a/index.html' now"
    ),
    (
      2, "c/words.md", "---\nwas: [print, b/index]\n---\n# A\n",
      "error: 'was' wants a list of names of files"
    ),
    (
      1, "c/README.md", "# C\n\n- [A](a/index.md): 1\n- [A](a/index.md): 2\n",
      "is already listed in line 3"
    ),
    (2, "c/README.md", "# C\n\n- [A](a/index.md): 1\n\n<b>", "c/README.md:5:1: error: HTML '<b>'"),
    (
      1, "c/words.md", "---\nwas: [Print]\n---\n# A\n",
      "the page 'Print.html' of 'words.md' is one that every site has"
    ),
    (
      1, "c/a/index.md", "# A\n\n[x](README.md)\n",
      "error: the page 'a/index.html' of 'a/README.md' is that of 'a/index.md'"
    ),
  ])
  func whatStandsInTheWayIsSaid(status: Int32, file: String, text: String, error: String) throws {
    var files = Self.course
    files["c/a/README.md"] = "# R\n\nText.\n"
    files[file] = text
    try Self.build(files) { tool, outcome in
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(error))
      #expect(!FileManager.default.fileExists(atPath: tool.folder.path + "/_site"))
    }
  }
}
