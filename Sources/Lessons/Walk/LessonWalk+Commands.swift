import Formulas
import Notebook
internal import Typesetting

extension LessonWalk {
  mutating func command(_ line: String) {
    guard let (command, argument) = WalkCommand.read(line, in: .lesson) else {
      return out.append(WalkWords.unknown(line, in: .lesson))
    }
    switch command {
    case .next: next()
    case .prev:
      if scene.step == 0 { return say("This is the first step.", .hint) }
      go(to: scene.step - 1)
    case .run: runCommand(argument)
    case .hint: hint()
    case .solution: solution()
    case .skip: skip()
    case .open where argument.isEmpty: openFolded()
    case .open: effects += [.progress(progress), .open(argument)]
    case .back: effects += [.progress(progress), .notebook]
    case .lessons: effects.append(.lessons)
    case .play: togglePlay()
    case .undo, .redo: travel(command, argument)
    case .reset: reset()
    case .toc: contents(argument)
    case .progress: report()
    case .edit: effects.append(.edit(prompt.recall ?? last))
    case .save: save(argument)
    case .load:
      if argument.isEmpty { return say("Say which: :load notes.md", .hint) }
      effects.append(.load(file: FileOperand.read(argument), isShown: false))
    case .write: write(argument)
    case .data: say("A lesson has its course's data only; :back, then :data.", .hint)
    case .help: out.append(WalkWords.list(in: .lesson))
    case .quit: effects += [.progress(progress), .quit]
    }
  }
}

extension LessonWalk {
  private mutating func next() {
    playground = nil
    goOn()
  }

  /// To another step of which `:undo` comes back, with all that was typed since.
  mutating func go(to step: Int) {
    remember("the way to step \(step + 1)")
    enter(step: step)
  }

  private mutating func runCommand(_ statement: String) {
    if FileOperand.isMeant(statement) {
      return effects.append(.load(file: FileOperand.read(statement), isShown: true))
    }
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
    var name: String?
    if case .cell(let cell)? = current { name = cell.words.session }
    playground = FreeNotebook(scene, name, layout)
    say("Free play on a copy: nothing here touches the lesson. :play comes back.", .hint)
  }

  /// What belongs to the copy that one plays on is its affair.
  private mutating func hand(_ command: WalkCommand, _ argument: String) {
    guard let said = playground?.enter(":\(command.rawValue) \(argument)") else { return }
    out.append(said.text)
    effects += said.effects
  }

  private mutating func travel(_ command: WalkCommand, _ argument: String) {
    if playground != nil { return hand(command, argument) }
    guard let count = WalkWords.count(argument) else {
      return say("Say how many: :\(command.rawValue) 3", .hint)
    }
    let (step, stop) = (scene.step, scene.stop)
    let said = command == .undo ? past.undo(count, &scene) : past.redo(count, &scene)
    say(said ?? WalkWords.nothing(command), .hint)
    if scene.step != step { arrange() }
    if scene.step != step || scene.stop != stop { again() }
  }

  /// Shows what waits once more.
  mutating func again(isElsewhere: Bool = false) {
    let step = lesson.steps[scene.step]
    let isElsewhere = isElsewhere || progress.position != step.anchor
    if isElsewhere, !step.isIntroduction {
      if !out.isEmpty { out.append("\n") }
      out.append(text.title(step.heading, level: 2))
    }
    if isElsewhere {
      progress.position = step.anchor
      effects.append(.progress(progress))
    }
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
    remember(":reset")
    scene = entrance
    enter(step: scene.step)
  }

  private mutating func contents(_ argument: String) {
    if !argument.isEmpty {
      guard let number = number(ofStep: argument) else {
        return say("There is no step '\(VisibleControls.visible(argument))'.", .bad)
      }
      return go(to: number)
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

  private mutating func write(_ file: String) {
    if playground != nil { return hand(.write, file) }
    if file.hasSuffix(".md") { return save(file) }
    switch outputs.written(to: file) {
    case .success(let effect): effects.append(effect)
    case .failure(let refusal): say(refusal.words, .hint)
    }
  }

  private mutating func save(_ file: String) {
    if playground != nil { return hand(.save, file) }
    if file.isEmpty { return say("Say where: :save notes.md", .hint) }
    if scene.transcript.isEmpty { return say("Nothing was run yet.", .hint) }
    let name = FileOperand.lesson(file)
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
}
