import Foundation
import Lessons
import Notebook
import Testing

@Suite struct CourseTests {
  static let contents = """
    # The *course*

    Words and [a link](LANGUAGE.md).

    1. [Averages that `remember`](01-ewa.md): one
       sentence that goes on.
    2. [Adam](02-adam.md) — two averages.

    - [Elsewhere](https://x.org/y.md) no lesson
    - no link

    ```
    3. [Fenced](03-no.md): no
    ```
    """

  @Test func theListIsTheOrder() throws {
    let course = Course(directory: "lessons/", contents: Self.contents)
    #expect(course.title == "The course")
    #expect(course.directory == "lessons")
    #expect(
      course.entries == [
        .init(
          file: "01-ewa.md",
          title: "Averages that remember",
          summary: "one sentence that goes on.",
          line: 5
        ),
        .init(file: "02-adam.md", title: "Adam", summary: "two averages.", line: 7),
      ]
    )
    #expect(course.linkedFiles.contains("LANGUAGE.md"))
    for name in ["02-adam", "02-adam.md", "adam", "2"] {
      #expect(course.entry(named: name)?.title == "Adam")
    }
    #expect(course.entry(named: "3") == nil)
  }

  @Test func cellsOfPagesBesideTheLessonsAreCheckedToo() throws {
    try ProgressTests.inFolder { folder in
      let files = [
        "README.md": "# C\n\n1. [One](01.md): first.\n\nSee [it](WORDS.md), [notes](NOTES.md).\n",
        "01.md": "---\nid: one\n---\n# One\n",
        "WORDS.md": "---\nid: words\n---\n# W\n\n```descent\n1 + 1\n```\n\n```output\n3\n```\n",
        "NOTES.md": "No lesson, and no cell.\n",
      ]
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
      }
      let course = try Course(directory: folder)
      #expect(course.appendices == [folder + "/WORDS.md"])
      var checker = CourseChecker(
        course: course,
        reader: LessonReader(renderer: BuiltTool.renderer()),
        start: { .notebook(for: $0, data: DataStore()) }
      )
      let texts = checker.report().lessons.flatMap(\.failureTexts)
      #expect(texts.count == 1)
      #expect(texts.first?.contains("WORDS.md:10:1: error: output differs") == true)
    }
  }

  @Test func lessonsDoNotRequireEachOtherInACircle() throws {
    try ProgressTests.inFolder { folder in
      var contents = "# C\n\n"
      for (id, needs) in [
        ("a", "b"), ("b", "c, d"), ("c", "a"), ("d", "d"), ("e", "a"), ("E", "e"),
      ] {
        contents += "1. [\(id)](\(id).md): one.\n"
        let text = "---\nid: \(id == "E" ? "f" : id)\nrequires: [\(needs)]\n---\n# T\n"
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(id).md"))
      }
      try Data(contents.utf8).write(to: URL(filePath: folder + "/README.md"))
      var checker = CourseChecker(
        course: try Course(directory: folder),
        reader: LessonReader(renderer: BuiltTool.renderer()),
        start: { _ in ToySession.start() }
      )
      #expect(
        checker.report().lessons.flatMap(\.cases).flatMap(\.failures).map(\.message) == [
          "'E.md' and 'e.md' are one file where case does not count",
          "'a' requires 'b' requires 'c' requires 'a'",
          "'d' requires itself",
        ]
      )
    }
  }

  @Test func whatOnlyTheCourseCanSayIsChecked() throws {
    try ProgressTests.inFolder { folder in
      let files = [
        "README.md": """
        # C

        1. [One](01.md): first.
        2. [Two](02.md): second.
        3. [Gone](03.md)
        4. [One](01.md): again.
        """,
        "01.md": """
        ---
        id: same
        requires: [nothing]
        ---
        # One

        ## Step

        [ok](02.md#two) [no](02.md#tow) [no](04.md) [out](../x.md) [here](#step) [not](#stp)
        """,
        "02.md": "---\nid: same\n---\n# Two\n\n![x](gone.svg)\n",
        "05.md": "# Unlisted\n",
      ]
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
      }
      var checker = CourseChecker(
        course: try Course(directory: folder),
        reader: LessonReader(renderer: BuiltTool.renderer()),
        start: { _ in ToySession.start() }
      )
      let report = checker.report()
      let texts = report.lessons.flatMap(\.failureTexts).map {
        $0.replacing(folder + "/", with: "").replacing(folder, with: ".")
      }
      #expect(
        texts == [
          "01.md:9:17: error: link '02.md#tow' names no heading\nhint: did you mean '#two'?",
          """
          01.md:9:33: error: link '04.md' leads to no file
          hint: targets are relative to the lesson's folder
          """,
          "01.md:9:45: error: link '../x.md' leaves the course's folder",
          "01.md:9:74: error: link '#stp' names no heading\nhint: did you mean '#step'?",
          """
          02.md:6:1: error: link 'gone.svg' leads to no file
          hint: targets are relative to the lesson's folder
          """,
          "02.md:1:1: error: the id 'same' is taken by 01.md",
          "README.md:5:1: error: '03.md' is not there",
          "README.md:5:1: error: 'Gone' has no sentence\nhint: say after the link what it is about",
          "README.md:6:1: error: '01.md' is already listed in line 3",
          "README.md:1:1: error: '05.md' is not listed\nhint: add a line to README.md",
          "README.md:1:1: error: 01.md requires 'nothing', which is no lesson of the course",
        ]
      )
      #expect(report.exitCode == 1)
    }
  }
}
