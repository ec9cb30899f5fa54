package import Notebook
package import Typesetting

/// A learner's way through a lesson as a value: lines go in, text and prompts come out.
///
/// It presents a step up to the next cell, exercise or quiz and waits there. Nothing here reads a
/// key, writes a file or knows the time; the tool does what the effects ask for. A command begins
/// with a colon; anything else is an answer or belongs to the notebook.
package struct LessonWalk: Sendable {
  package let lesson: Lesson
  package internal(set) var progress: LessonProgress
  package var text: BlockText
  /// How outputs of cells are set.
  package var layout: TextLayout
  /// The title of the lesson that comes after this one; nil for the last.
  package var following: String?
  var scene: WalkScene
  var past = WalkPast()
  /// How things were when a step was entered first.
  var entrances: [Int: WalkScene] = [:]
  var stops: [WalkStop] = []
  var attempt = Attempt()
  /// What the learner typed last, for `:edit`.
  var last = ""
  var outputs = LastOutputs()
  /// The copy that `:play` works on.
  var playground: FreeNotebook?
  /// What was shown folded and can be opened.
  var folded: [Details] = []
  var out = StyledText()
  var effects: [WalkEffect] = []

  /// Of the exercise or quiz at hand.
  struct Attempt: Equatable, Sendable {
    var tries = 0
    var hints = 0
  }

  package init(
    lesson: Lesson,
    start: LessonStart,
    progress: LessonProgress = LessonProgress(),
    text: BlockText = BlockText(),
    layout: TextLayout = TextLayout()
  ) {
    self.lesson = lesson
    self.layout = layout
    scene = WalkScene(player: Player(start: start, options: .walk))
    self.progress = progress
    self.text = text
  }

  /// The first words: the lesson's title and a step, the one named by its anchor or number, else
  /// the one where the learner left.
  package mutating func begin(step name: String? = nil) -> WalkReply {
    out = text.title(lesson.heading, level: 1)
    effects = []
    guard !lesson.steps.isEmpty else { return finished() }
    let wanted = name.flatMap(number(ofStep:)) ?? number(ofStep: progress.position) ?? 0
    let isOver = progress.isFinished && name == nil && wanted == lesson.steps.count - 1
    enter(step: isOver ? 0 : wanted)
    return reply()
  }

  /// One line from the learner.
  package mutating func enter(_ line: String) -> WalkReply {
    (out, effects) = (StyledText(), [])
    let words = line.drop { $0 == " " || $0 == "\n" }
    if words.hasPrefix(":") {
      command(String(words))
    } else if playground != nil {
      last = line
      play(line, isEmpty: words.allSatisfy(\.isWhitespace))
    } else {
      answer(line, isEmpty: words.allSatisfy(\.isWhitespace))
    }
    return reply()
  }

  /// Back from elsewhere: where one was, and what waits there.
  package mutating func enterAgain() -> WalkReply {
    (out, effects) = (text.title(lesson.heading, level: 1), [])
    if playground == nil {
      again(isElsewhere: true)
    } else {
      say("Still in free play.", .hint)
    }
    return reply()
  }

  /// Goes to a step that is named as for `number(ofStep:)`.
  package mutating func enterAgain(at step: Int) -> WalkReply {
    (out, effects) = (text.title(lesson.heading, level: 1), [])
    playground = nil
    go(to: step)
    return reply()
  }

  /// Takes in a file that `.load` asked for.
  package mutating func take(_ file: WalkFile) -> WalkReply {
    (out, effects) = (StyledText(), [])
    if var copy = playground {
      let said = copy.take(file)
      playground = copy
      out = said.text
      return reply()
    }
    switch current {
    case .exercise?, .quiz?:
      say("An answer is wanted here; :play goes to a copy, where files can be run.", .hint)
    default:
      let before = scene
      out.append(WalkWords.taken(scene.take(file), of: file, layout))
      past.remember(before, "what \(file.name) did", unless: scene)
    }
    return reply()
  }

  /// Ctrl-D, or the end of a pipe.
  package mutating func endOfInput() -> WalkReply {
    (out, effects) = (StyledText(), [])
    command(":quit")
    return reply()
  }

  /// The number of a step, from 0: by its anchor, its number from 1, or its title.
  package func number(ofStep name: String) -> Int? {
    if name.isEmpty { return nil }
    if let index = lesson.steps.firstIndex(where: { $0.anchor == name || $0.title == name }) {
      return index
    }
    guard let number = Int(name), lesson.steps.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  /// What waits for the learner, as it was shown.
  package var waiting: StyledText {
    if playground != nil { return StyledText() }
    var copy = self
    copy.out = StyledText()
    copy.again()
    return copy.out
  }

  /// The notebook that a statement would meet now, for completion.
  package var session: Session {
    if let playground { return playground.session }
    if case .cell(let cell)? = current { return session(named: cell.words.session) }
    return session(named: nil)
  }
}

extension LessonWalk {
  /// What waits for the learner; nil at the end of a step.
  var current: WalkStop? {
    scene.stop < stops.count ? stops[scene.stop] : nil
  }

  var isLastStep: Bool { scene.step >= lesson.steps.count - 1 }

  func session(named name: String?) -> Session { scene.player.session(named: name) }

  mutating func say(_ line: String, _ style: TextStyle = .plain) {
    out.append(line + "\n", style)
  }

  mutating func show(_ blocks: [Block]) {
    let shown = text.text(blocks)
    if shown.isEmpty { return }
    if !out.isEmpty { out.append("\n") }
    out.append(shown)
  }

  /// Before something that `:undo` takes back.
  mutating func remember(_ what: String) { past.remember(scene, what) }

  private mutating func answer(_ line: String, isEmpty: Bool) {
    if !isEmpty { last = line }
    switch current {
    case .cell(let cell)?:
      if isEmpty { run(cell) } else { run(statement: line, in: cell.words.session) }
    case .exercise(let exercise)?:
      if isEmpty {
        say("Type your answer, or :hint, :solution, :skip.", .hint)
      } else if looks(line, notAnswering: exercise) {
        look(line, in: exercise.starter.words.session)
      } else {
        attempt(line, exercise)
      }
    case .quiz(let quiz)?:
      if isEmpty {
        say("Type your answer, or :solution, :skip.", .hint)
      } else if looks(line) {
        look(line, in: nil)
      } else {
        pick(line, quiz)
      }
    default:
      if isEmpty { goOn() } else { run(statement: line, in: nil) }
    }
  }

  private mutating func finished() -> WalkReply {
    say("This lesson has no steps.", .hint)
    effects.append(.quit)
    return reply()
  }

  private func reply() -> WalkReply {
    WalkReply(text: out, prompt: prompt, effects: effects)
  }

  var prompt: WalkPrompt {
    if playground != nil {
      return WalkPrompt(text: "play> ", hint: ":play comes back", recall: nil)
    }
    switch current {
    case .cell(let cell)?:
      return WalkPrompt(text: "descent> ", hint: "Enter runs this cell", recall: cell.source)
    case .exercise(let exercise)?:
      let isOutOfHints = attempt.hints >= exercise.hints.count
      let hint = isOutOfHints ? ":solution shows the solution" : ":hint helps"
      return WalkPrompt(text: "answer> ", hint: hint, recall: exercise.starter.source)
    case .quiz(let quiz)?:
      var hint = "a letter or a number"
      if case .number = quiz.answer { hint = "a number" }
      return WalkPrompt(text: "quiz> ", hint: hint, recall: nil)
    default:
      var hint = "Enter goes on"
      if isLastStep {
        let way = following.map { "on to \"\(VisibleControls.visible($0))\"" }
        hint = "Enter goes " + (way ?? "back to the notebook")
      }
      return WalkPrompt(text: "next> ", hint: hint, recall: nil)
    }
  }
}
