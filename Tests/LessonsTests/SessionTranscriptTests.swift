import Lessons
import Notebook
import Testing

@Suite struct SessionTranscriptTests {
  @Test func whatIsSavedIsALessonThatHolds() throws {
    var session = Session()
    var transcript = SessionTranscript()
    let cells = [
      "x = 1\nx + 1\n", "\"```\"; \"# heading\"; \"...more\"", "wrong <b>", "x + 2", "",
    ]
    transcript.begin("A *step* with <marks> & `code` # [x]")
    for cell in cells {
      transcript.add(cell, session.run(cell: cell))
    }
    transcript.begin("Another")
    transcript.add("y = 2\ny", session.run(cell: "y = 2\ny"))
    let text = transcript.markdown(title: "T: \"quoted\" _a_", id: "notes", seed: 3, precision: 4)
    let lesson = try LessonCheckerTests.lesson(text)
    #expect(lesson.seed == 3)
    #expect(lesson.title == "Notes: T: \"quoted\" _a_")
    #expect(lesson.summary == "Notes: T: \"quoted\" _a_")
    #expect(lesson.steps.map(\.title) == ["A *step* with <marks> & `code` # [x]", "Another"])
    #expect(lesson.steps.flatMap(\.blocks.cells).count == 5)
    #expect(LessonChecker.check(lesson, start: LessonStart()).report.failureTexts == [])
  }
}
