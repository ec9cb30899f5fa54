import Foundation
import Lessons
import System
import Testing

@Suite struct CourseFinderTests {
  private static let files = [
    "README.md": "# Outer\n\n- [A](a.md): one.\n- [B](sub/b.md): two.\n- [C](inner/c.md): three.\n",
    "a.md": "# A\n", "sub/b.md": "# B\n\n[up](../a.md) [out](../../x.md)\n",
    "inner/README.md": "# Inner\n\n- [C](c.md): one.\n", "inner/c.md": "# C\n",
    "loose.md": "# L\n", "empty/README.md": "# E\n\n- [Gone](gone.md)\n",
  ]

  @Test func aFileBelongsToTheNearestContentsPageThatListsIt() throws {
    try CourseTests.inCourse(Self.files) { _, finder, folder in
      for (path, expected, file) in [
        ("a.md", "", "a.md"), ("sub/b.md", "", "sub/b.md"), ("inner/c.md", "/inner", "c.md"),
        ("inner/README.md", "/inner", "README.md"), ("sub/../a.md", "", "a.md"),
      ] {
        let found = finder.course(of: folder + "/" + path)
        #expect(NamedFile.absolute(found.course.directory) == NamedFile.absolute(folder + expected))
        #expect(found.file == file)
        #expect(!found.course.entries.isEmpty)
      }
      let loose = finder.course(of: folder + "/loose.md")
      #expect(loose.course.directory == folder)
      #expect(loose.course.entries.isEmpty)
    }
  }

  @Test func aFolderIsACourseWhenItsListHasALessonThatIsThere() throws {
    try CourseTests.inCourse(Self.files) { _, finder, folder in
      for (name, isCourse) in [("", true), ("/empty", false), ("/sub", false)] {
        let course = try finder.course(in: folder + name)
        #expect((course != nil) == isCourse)
      }
    }
  }

  @Test func aLessonOfACourseWithinIsNoLessonOfThisOne() throws {
    try CourseTests.inCourse(Self.files) { course, _, _ in
      let texts = CourseTests.texts(course).filter { !$0.contains("'loose.md'") }
      #expect(
        texts == [
          "sub/b.md:3:15: error: link '../../x.md' leaves the course's folder",
          """
          README.md:5:1: error: 'inner/c.md' belongs to the course in 'inner'
          hint: a lesson is listed by one course: take it out of one of the two lists
          """,
        ]
      )
    }
  }
}
