import Lessons
import Testing

/// `descent test --interactive`: what an answer means for the changes that follow.
@Suite struct EditQuestionsTests {
  @Test func questionsEndWithAnAnswerForAll() {
    func answers(_ given: [String]) -> (made: [Bool], prompts: [String]) {
      let questions = EditQuestions()
      var rest = given[...]
      var prompts: [String] = []
      let made = (1...4).map { number in
        questions.wants("l.md", ["+\(number)"]) { prompt in
          prompts.append(prompt)
          return rest.popFirst()
        }
      }
      return (made, prompts)
    }
    #expect(answers(["y", "n", "Yes", " n"]).made == [true, false, true, false])
    #expect(answers(["n", "a"]).made == [false, true, true, true])
    #expect(answers(["y", "q"]).made == [true, false, false, false])
    // Where nobody answers any more nothing is written.
    #expect(answers(["y"]).made == [true, false, false, false])
    #expect(
      answers(["", "q"]).prompts == [
        "+1\nl.md: write this? [y,n,a,q] ",
        "y yes, n no, a yes to all that follow, q no to all that follow\n"
          + "l.md: write this? [y,n,a,q] ",
      ]
    )
  }
}
