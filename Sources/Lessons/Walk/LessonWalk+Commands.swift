import Formulas
import Notebook
internal import Typesetting

extension LessonWalk {
  mutating func command(_ line: String) {
    guard let (command, argument) = WalkCommand.read(line) else {
      let word = String(line.dropFirst().prefix { $0 != " " })
      say("error: unknown command ':\(VisibleControls.visible(word))'", .bad)
      let names = WalkCommand.allCases.map(\.rawValue)
      if let near = Suggestion.nearest(to: word, among: names) {
        say("hint: did you mean ':\(near)'?", .hint)
      } else {
        say("hint: :help lists them", .hint)
      }
      return
    }
    switch command {
    case .next: next()
    case .prev:
      if scene.step == 0 { return say("This is the first step.", .hint) }
      enter(step: scene.step - 1)
    case .run: runCommand(argument)
    case .hint: hint()
    case .solution: solution()
    case .skip: skip()
    case .open: openFolded()
    case .play: togglePlay()
    case .undo: undo()
    case .reset: reset()
    case .toc: contents(argument)
    case .progress: report()
    case .save: save(argument)
    case .help: help()
    case .quit: effects += [.progress(progress), .quit]
    }
  }
}

extension LessonWalk {
  private mutating func next() {
    playground = nil
    if isLastStep { effects.append(.nextLesson) } else { enter(step: scene.step + 1) }
  }

  private mutating func runCommand(_ statement: String) {
    if !statement.isEmpty {
      guard playground == nil else { return play(statement) }
      if case .exercise(let exercise)? = current {
        return look(statement, in: exercise.starter.words.session)
      }
      var name: String?
      if case .cell(let cell)? = current { name = cell.words.session }
      return run(statement: statement, in: name)
    }
    guard case .cell(let cell)? = current, playground == nil else {
      return say("There is no cell to run here.", .hint)
    }
    run(cell)
  }

  private mutating func openFolded() {
    if folded.isEmpty { return say("Nothing is folded here.", .hint) }
    let details = folded.removeFirst()
    show([.paragraph([.strong(details.summary)])] + details.blocks)
    if !folded.isEmpty { say("(\(folded.count) more)", .faint) }
  }

  private mutating func togglePlay() {
    if playground != nil {
      playground = nil
      say("Back in the lesson; its notebook is as it was.", .hint)
      return again()
    }
    playground = session
    say("Free play on a copy: nothing here touches the lesson. :play comes back.", .hint)
  }

  private mutating func undo() {
    guard let before = past.popLast() else { return say("There is nothing to take back.", .hint) }
    let isSameStop = before.stop == scene.stop
    scene = before
    say("Taken back.", .hint)
    if !isSameStop { again() }
  }

  /// Shows what waits once more.
  private mutating func again() {
    switch current {
    case .cell(let cell)?:
      show([.cell(Cell(source: cell.source, words: cell.words, lines: cell.lines))])
    case .exercise(let exercise)?: show([.cell(exercise.starter)])
    case .quiz(let quiz)?: show([.quiz(quiz)])
    default: break
    }
  }

  private mutating func reset() {
    guard let entrance = entrances[scene.step] else { return }
    past = []
    scene = entrance
    enter(step: scene.step)
  }

  private mutating func contents(_ argument: String) {
    if !argument.isEmpty {
      guard let number = number(ofStep: argument) else {
        return say("There is no step '\(VisibleControls.visible(argument))'.", .bad)
      }
      return enter(step: number)
    }
    let (done, here) = text.symbols == .ascii ? ("x", ">") : ("✓", "▸")
    for (index, step) in lesson.steps.enumerated() {
      let isHere = index == scene.step
      let isDone = progress.steps.contains(step.anchor)
      let mark = isHere ? here : isDone ? done : " "
      let number = DisplayWidth.padded(String(index + 1), to: 3, alignment: .right)
      say("\(mark)\(number)  \(VisibleControls.visible(step.title))", isHere ? .strong : .plain)
    }
  }

  private mutating func report() {
    let blocks = lesson.steps.flatMap(\.blocks)
    let exercises = blocks.count { if case .exercise = $0 { true } else { false } }
    let quizzes = blocks.count { if case .quiz = $0 { true } else { false } }
    let steps = lesson.steps.count { progress.steps.contains($0.anchor) }
    say("steps      \(steps) of \(lesson.steps.count)")
    if exercises > 0 { say("exercises  \(progress.exercises.count) of \(exercises)") }
    if quizzes > 0 { say("quizzes    \(progress.quizzes.count) of \(quizzes)") }
  }

  private mutating func save(_ file: String) {
    if file.isEmpty { return say("Say where: :save notes.md", .hint) }
    if scene.transcript.isEmpty { return say("Nothing was run yet.", .hint) }
    let name = file.hasSuffix(".md") ? file : file + ".md"
    let stem = name.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
    let slug = Anchors.slug(stem)
    let notes = scene.transcript.markdown(
      title: lesson.title,
      id: FrontMatter.isIdentifier(slug) ? slug : "notes",
      seed: lesson.seed,
      precision: lesson.precision
    )
    effects.append(.save(file: name, text: notes))
  }

  private mutating func help() {
    let width = WalkCommand.allCases.map(\.usage.count).max() ?? 0
    for command in WalkCommand.allCases {
      out.append("  " + DisplayWidth.padded(command.usage, to: width + 2), .keyword)
      out.append(command.summary + "\n")
    }
    say("Enter runs a cell or goes on. Everything else belongs to the notebook: try 'help'.", .hint)
  }
}
