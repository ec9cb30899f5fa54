import Notebook
internal import Typesetting

extension LessonWalk {
  /// Judges an answer to a quiz.
  mutating func pick(_ line: String, _ quiz: Quiz) {
    switch quiz.answer {
    case .choices(let choices): choose(line, choices, quiz)
    case .number(let value, let tolerance, let reaction):
      guard let number = self.number(line) else {
        return say("A number is wanted, or an expression that has one as its value.", .hint)
      }
      if abs(number - value) <= tolerance + abs(value) * 1e-9 {
        react(reaction, .good)
        return answered(quiz)
      }
      attempt.tries += 1
      say("Not \(VisibleControls.visible(line)): " + (number < value ? "more." : "less."), .bad)
    }
  }

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

  /// A number as it is written, or the last one that a statement prints.
  private func number(_ line: String) -> Double? {
    let text = line.filter { $0 != " " }.replacing("−", with: "-")
    if let number = Double(text), number.isFinite { return number }
    var copy = session(named: nil)
    let result = copy.run(cell: line)
    guard result.diagnostic == nil, let last = OutputMatcher.lines(result.text()).last else {
      return nil
    }
    return WrittenNumber(String(last.filter { $0 != " " }))?.value
  }

  private mutating func answered(_ quiz: Quiz) {
    progress.quizzes.insert(quiz.id)
    effects.append(.progress(progress))
    pass()
  }

  private mutating func react(_ reaction: [Inline]?, _ style: TextStyle, mark: String? = nil) {
    var line = StyledText(style == .good ? "Right" : "No", style)
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
    case .number(let value, _, let reaction):
      say("Answer: \(Self.plain(value))", .good)
      if let reaction { show([.paragraph(reaction)]) }
    case .choices(let choices):
      for (index, choice) in choices.enumerated() where choice.isCorrect {
        react(choice.reaction, .good, mark: Quiz.letter(index))
      }
    }
  }

  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
