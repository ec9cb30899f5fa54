import BuiltTool
import Foundation
import Lessons
import Testing

@Suite struct ContentsPageTests {
  private static func contents(_ text: String, _ body: (Course) throws -> Void) throws {
    try CourseTests.inCourse(["README.md": text]) { course, _, _ in try body(course) }
  }

  @Test func theListsAreTheOrderAndTheHeadingsTheParts() throws {
    let text = """
      ---
      name: C
      language: pt-BR
      ---
      # The *course*

      Words and [a link](LANGUAGE.md).

      More words.

      ## One

      1. [Averages that `remember`](./01-ewa.md "a title"): one
         sentence that goes on.
         - **[Nested](<fo ur.md>)**
      2. [ ] [$`\\beta_1`$](fi%20ve.md#start) — with $`\\beta`$, [a link](01-ewa.md).

      - [Elsewhere](https://x.org/y.md) no lesson
      - no link

      ```
      3. [Fenced](03-no.md): no
      ```

      ## Two

      - [x] [Adam](02-adam.md)

      <!-- reference -->

      - [Words](WORDS.md): all of them.
      """
    try Self.contents(text) { course in
      #expect(course.faults == [])
      #expect(course.title == "The course")
      #expect(course.name == "C")
      #expect(course.settings.language == "pt-BR")
      #expect(course.introduction.map(\.shownText) == ["Words and a link.", "More words."])
      #expect(
        course.entries.map { "\($0.line) \($0.part) \($0.file) | \($0.title) | \($0.summary)" } == [
          "13 1 01-ewa.md | Averages that remember | one sentence that goes on.",
          "15 1 fo ur.md | Nested | ",
          "16 1 fi ve.md | β₁ | with β, a link.",
          "27 2 02-adam.md | Adam | ",
        ]
      )
      #expect(course.references.map(\.file) == ["WORDS.md"])
      for name in ["02-adam", "02-adam.md", "adam", "4"] {
        #expect(course.entry(named: name)?.title == "Adam")
      }
      #expect(course.entry(named: "5") == nil)
    }
  }

  @Test func whatCannotBeReadAsALessonIsAnError() throws {
    let text = """
      ---
      languag: en
      url: javascript:alert(1)
      ---
      # C

      - Read [one](one.md) first
      - [] [two](two.md)
      - [README](README.md)
      - [other](../x.md)

      <div>
      """
    try Self.contents(text) { course in
      #expect(
        course.faults.map { "\($0.position?.line ?? 0): \($0.message)" } == [
          "2: unknown key 'languag' in front matter",
          "3: 'url' wants an absolute address: https://example.org/course/",
          "7: this item links to 'one.md' and does not begin with it",
          "8: this item links to 'two.md' and does not begin with it",
          "9: the contents page lists itself",
          "10: this item links to '../x.md' and does not begin with it",
          "12: HTML '<div>' is not part of a lesson",
        ]
      )
      #expect(course.faults.first?.hint == "did you mean 'language'?")
      #expect(CourseTests.report(course).exitCode == 2)
    }
  }

  @Test func itsCellsAndLinksAreCheckedAsInALesson() throws {
    let files = [
      "README.md": """
      # C

      - [A](a.md): one.

      ```descent
      1 + 1
      ```

      ```output
      3
      ```

      [x](x.zip)
      """,
      "a.md": "# A\n\nText.\n",
    ]
    try CourseTests.inCourse(files) { course, _, _ in
      let texts = CourseTests.texts(course)
      #expect(texts.first?.hasPrefix("README.md:9:1: error: output differs") == true)
      #expect(texts.last?.hasPrefix("README.md:13:1: error: link 'x.zip' leads to no file") == true)
      #expect(texts.count == 2)
    }
  }

  @Test func whatWasReadBeforeNeedsNoChild() throws {
    try CourseTests.inCourse(["README.md": "# C\n\n- [A](a.md)\n"]) { course, _, folder in
      let memory = ContentsMemory(folder: folder + "/state")
      let known = try Course(directory: folder, renderer: BuiltTool.renderer(), memory: memory)
      let nobody = MarkdownRenderer(program: "/nonexistent")
      let again = try Course(directory: folder, renderer: nobody, memory: memory)
      #expect(again == known)
      #expect(known == course)
      let changed = Data("# C\n\n- [B](b.md)\n".utf8)
      try changed.write(to: URL(filePath: folder + "/README.md"))
      let unread = try? Course(directory: folder, renderer: nobody, memory: memory)
      #expect(unread == nil)
    }
  }

  @Test(arguments: [
    (
      "# C\n\n1. [A](a.md): x\n   goes on.\n\nText.\n",
      "# C\n\n1. [A](a.md): x\n   goes on.\n2. NEW\n\nText.\n"
    ),
    ("# C\r\n\r\n* [ ] [A](a.md)", "# C\r\n\r\n* [ ] [A](a.md)\n* [ ] NEW\r\n"),
    (
      "# C\n\n1) [A](a.md)\n1) [B](b.md)\n## D\n",
      "# C\n\n1) [A](a.md)\n1) [B](b.md)\n1) NEW\n## D\n"
    ),
    ("# C\n", "# C\n\n1. NEW\n"),
  ])
  func aLessonIsAddedBehindTheLast(before: String, after: String) throws {
    try Self.contents(before) { course in
      let added = ContentsAddition(course: course, bytes: Array(before.utf8)).with("NEW")
      #expect(String(decoding: added, as: UTF8.self) == after)
    }
  }
}
