import Notebook
internal import Typesetting

extension LessonWalk {
  /// Judges an answer to a quiz.
  mutating func pick(_ line: String, _ quiz: Quiz) {
    switch quiz.answer {
    case .choices(let choices): choose(line, choices, quiz)
    case .number(let answer, let reaction):
      let verdict = session(named: nil).judge(line, against: answer)
      switch verdict {
      case .noNumber:
        say("A number is wanted, or an expression that has one as its value.", .hint)
      case .right, .rightToDigits:
        react(reaction, .good, saying: verdict == .right ? nil : Self.rightToDigits)
        answered(quiz)
      case .tooSmall, .tooLarge:
        attempt.tries += 1
        let more = verdict == .tooSmall ? "more." : "less."
        say("Not \(VisibleControls.visible(line)): \(more)", .bad)
      }
    }
  }

  static let rightToDigits = "Right, to the digits you gave"

  private mutating func choose(_ line: String, _ choices: [Quiz.Choice], _ quiz: Quiz) {
    guard let picked = Self.picked(line, choices) else {
      let last = Quiz.letter(choices.count - 1)
      let several = quiz.wantsSeveral ? ", several with blanks between" : ""
      return say("Choose by letter, a to \(last)\(several).", .hint)
    }
    if !quiz.wantsSeveral && picked.count > 1 {
      return say("One of them is right: choose one.", .hint)
    }
    let right = Set(choices.indices.filter { choices[$0].isCorrect })
    let isRight = picked == right
    for index in picked.sorted() {
      let isGood = choices[index].isCorrect
      // A right choice among wrong ones says nothing yet, or it would give the answer away.
      if isGood && !isRight { continue }
      react(choices[index].reaction, isGood ? .good : .bad, mark: Quiz.letter(index))
    }
    if isRight { return answered(quiz) }
    attempt.tries += 1
    let isPartly = picked.isSubset(of: right)
    say(isPartly ? "Right so far, but not all." : "Try again.", .hint)
  }

  /// By letters or numbers in any order, or by the text of one choice.
  static func picked(_ line: String, _ choices: [Quiz.Choice]) -> Set<Int>? {
    let text = line.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let index = choices.firstIndex(where: { $0.content.plainText.lowercased() == text }) {
      return [index]
    }
    var words = text.split { $0 == " " || $0 == "," || $0 == ")" }.map(String.init)
    if words.count == 1, words[0].count > 1, words[0].allSatisfy({ $0.isASCII && $0.isLetter }) {
      words = words[0].map(String.init)
    }
    var picked: Set<Int> = []
    for word in words where word != "and" {
      guard
        let index = choices.indices.first(where: { Quiz.letter($0) == word })
          ?? Int(word).map({ $0 - 1 }), choices.indices.contains(index)
      else { return nil }
      picked.insert(index)
    }
    return picked.isEmpty ? nil : picked
  }

  private mutating func answered(_ quiz: Quiz) {
    remember("the answer")
    progress.quizzes.insert(quiz.id)
    effects.append(.progress(progress))
    pass()
  }

  private mutating func react(
    _ reaction: [Inline]?,
    _ style: TextStyle,
    mark: String? = nil,
    saying word: String? = nil
  ) {
    var line = StyledText(word ?? (style == .good ? "Right" : "No"), style)
    if let mark { line.append(" (\(mark))", style) }
    guard let reaction else {
      line.append(".\n", style)
      return out.append(line)
    }
    line.append(": ", style)
    var wrapper = TextWrapper(width: text.width)
    wrapper.add(line)
    wrapper.add(StyledText(lines: text.wrap(reaction, Int.max / 2)))
    out.append(StyledText(lines: wrapper.finished()))
    out.append("\n")
  }

  mutating func showAnswer(_ quiz: Quiz) {
    switch quiz.answer {
    case .number(let answer, let reaction):
      say("Answer: \(Self.plain(answer.value))", .good)
      if let reaction { show([.paragraph(reaction)]) }
    case .choices(let choices):
      for (index, choice) in choices.enumerated() where choice.isCorrect {
        react(choice.reaction, .good, mark: Quiz.letter(index), saying: "Answer")
      }
    }
  }

  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
