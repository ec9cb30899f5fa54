import BuiltTool
import Foundation
import Lessons
import Notebook
import Testing

@Suite struct CourseTests {
  /// A course of these files, in a folder that goes when the body is done.
  static func inCourse(
    _ files: [String: String],
    _ body: (Course, CourseFinder, String) throws -> Void
  ) throws {
    try ProgressTests.inFolder { folder in
      for (name, text) in files {
        let file = URL(filePath: folder + "/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
      }
      let finder = CourseFinder(renderer: BuiltTool.renderer())
      let course = try Course(directory: folder, renderer: finder.renderer)
      try body(course, finder, course.directory)
    }
  }

  static func report(_ course: Course) -> CheckReport {
    var checker = CourseChecker(
      course: course,
      reader: LessonReader(renderer: BuiltTool.renderer()),
      start: { LessonStart($0.start) }
    )
    return checker.report()
  }

  static func texts(_ course: Course) -> [String] {
    report(course).lessons.flatMap(\.failureTexts).map {
      $0.replacing(course.directory + "/", with: "").replacing(course.directory, with: ".")
    }
  }

  @Test func cellsOfPagesBesideTheLessonsAreCheckedToo() throws {
    let files = [
      "README.md": "# C\n\n1. [One](01.md): first.\n\nSee [it](WORDS.md).\n",
      "01.md": "---\nid: one\n---\n# One\n\n[more](deep/)\n",
      "WORDS.md": "---\nid: words\n---\n# W\n\n```descent\n1 + 1\n```\n\n```output\n3\n```\n",
      "deep/index.md": "# D\n\n```descent\n1 + 2\n```\n\n```output\n4\n```\n",
    ]
    try Self.inCourse(files) { course, _, _ in
      let texts = Self.texts(course)
      #expect(texts.count == 2)
      #expect(texts.first?.hasPrefix("WORDS.md:10:1: error: output differs") == true)
      #expect(texts.last?.hasPrefix("deep/index.md:7:1: error: output differs") == true)
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
        course: try Course(directory: folder, renderer: BuiltTool.renderer()),
        reader: LessonReader(renderer: BuiltTool.renderer()),
        start: { LessonStart($0.start) }
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
        course: try Course(directory: folder, renderer: BuiltTool.renderer()),
        reader: LessonReader(renderer: BuiltTool.renderer()),
        start: { LessonStart($0.start) }
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
          """
          README.md:5:4: error: link '03.md' leads to no file
          hint: targets are relative to the lesson's folder
          """,
          "README.md:5:1: error: 'Gone' has no sentence\nhint: say after the link what it is about",
          """
          README.md:6:1: error: '01.md' is already listed in line 3
          hint: a lesson has one place; link to it in a sentence
          """,
          "README.md:1:1: error: '05.md' is not listed\nhint: add a line to README.md",
          "README.md:1:1: error: 01.md requires 'nothing', which is no lesson of the course",
        ]
      )
      #expect(report.exitCode == 1)
    }
  }
}
