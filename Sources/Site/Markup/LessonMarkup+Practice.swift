import Lessons
import Notebook
import Typesetting

/// Exercises and quizzes, whose answers wait in `<details>` where no script takes them over.
extension LessonMarkup {
  mutating func write(_ exercise: Exercise) {
    append("<section class=\"exercise\" data-id=\"\(Markup.escape(exercise.id))\">\n")
    write(heading: exercise.title, level: 3, anchor: exercise.anchor, kind: "Exercise")
    write(failuresAt: exercise.line)
    write(exercise.prompt)
    write(exercise.starter)
    for hint in exercise.hints { write(hint) }
    write(exercise.solution)
    write(check: exercise.check)
    write(closing: exercise.closing)
    append("</section>\n")
  }

  mutating func write(_ quiz: Quiz) {
    var attributes = quiz.wantsSeveral ? " data-several" : ""
    if case .number(let answer, _) = quiz.answer {
      attributes += " data-answer=\"\(Markup.escape(answer.text))\""
      attributes += after(results.quizStarts[quiz.line])
    }
    append("<section class=\"quiz\" data-id=\"\(Markup.escape(quiz.id))\"\(attributes)>\n")
    write(heading: quiz.title, level: 3, anchor: quiz.anchor, kind: "Quiz")
    write(failuresAt: quiz.line)
    write(quiz.prompt)
    switch quiz.answer {
    case .choices(let choices): write(choices)
    case .number(let answer, let reaction):
      append("<details class=\"answer\"><summary>Answer</summary>\n<p>\(Self.text(answer.value))")
      if answer.allowance != 0 { append(" ± \(Self.text(answer.allowance))") }
      if let reaction {
        append(": <span data-reaction>")
        write(inline: reaction)
        append("</span>")
      }
      append("</p></details>\n")
    }
    write(closing: quiz.closing)
    append("</section>\n")
  }

  private mutating func write(_ choices: [Quiz.Choice]) {
    append("<ul class=\"choices\">\n")
    for (number, choice) in choices.enumerated() {
      append("<li data-choice=\"\(number)\"\(choice.isCorrect ? " data-right" : "")>")
      write(inline: choice.content)
      append("</li>\n")
    }
    append("</ul>\n<details class=\"answer\"><summary>Answer</summary>\n<ul>\n")
    for (number, choice) in choices.enumerated() {
      append("<li>\(choice.isCorrect ? "<strong>Right</strong>" : "Not right"): ")
      write(inline: choice.content)
      if let reaction = choice.reaction {
        append(" – <span data-choice=\"\(number)\">")
        write(inline: reaction)
        append("</span>")
      }
      append("</li>\n")
    }
    append("</ul></details>\n")
  }

  private mutating func write(closing blocks: [Block]) {
    if blocks.isEmpty { return }
    append("<details class=\"closing\"><summary>After the answer</summary>\n")
    write(blocks)
    append("</details>\n")
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
