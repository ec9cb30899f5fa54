internal import Typesetting

extension LessonWalk {
  /// Goes to a step, from wherever that is reached: back to how things were there, or forward over
  /// cells that are run in silence.
  mutating func enter(step number: Int) {
    if let entrance = entrances[number], number <= scene.step {
      scene = entrance
    } else {
      if entrances.isEmpty { open(step: 0) }
      while scene.step < number {
        passRest()
        open(step: scene.step + 1)
      }
    }
    open(step: number)
    let step = lesson.steps[number]
    if !step.isIntroduction {
      if !out.isEmpty { out.append("\n") }
      out.append(text.title(step.heading, level: 2))
    }
    progress.position = step.anchor
    effects.append(.progress(progress))
    present()
  }

  private mutating func open(step number: Int) {
    scene.step = number
    scene.stop = 0
    scene.transcript.begin(lesson.steps[number].title)
    arrange()
    playground = nil
    entrances[number] = scene
  }

  /// What belongs to the step of the scene.
  mutating func arrange() {
    stops = WalkStop.stops(of: lesson.steps[scene.step].blocks)
    attempt = Attempt()
    folded = []
  }

  /// Runs what is left of a step without showing it.
  private mutating func passRest() {
    while let stop = current {
      switch stop {
      case .cell(let cell): _ = played(cell)
      case .show(let blocks): _ = played(blocks)
      case .exercise(let exercise): _ = played(exercise.prompt)
      case .quiz(let quiz): _ = played(quiz.prompt)
      }
      scene.stop += 1
    }
  }

  /// Shows everything up to the next stop that waits.
  mutating func present() {
    while let stop = current {
      switch stop {
      case .show(let text):
        let blocks = played(text)
        show(blocks)
        folded += blocks.compactMap { if case .details(let details) = $0 { details } else { nil } }
      case .cell(let cell):
        if !(cell.words.isSetup || cell.words.isHidden || cell.words.isSkipped) {
          return show([.cell(Cell(source: cell.source, words: cell.words, lines: cell.lines))])
        }
        if cell.words.isSkipped { show([.cell(cell)]) }
        let played = played(cell)
        if let result = played.result, played.fault != nil { show(result) }
      case .exercise(var exercise):
        attempt = Attempt()
        exercise.prompt = played(exercise.prompt)
        return show([.exercise(exercise)])
      case .quiz(var quiz):
        attempt = Attempt()
        quiz.prompt = played(quiz.prompt)
        return show([.quiz(quiz)])
      }
      scene.stop += 1
    }
    endStep()
  }

  private mutating func endStep() {
    progress.steps.insert(lesson.steps[scene.step].anchor)
    showFootnotes()
    out.append("\n")
    if isLastStep {
      progress.isFinished = true
      say("That was the last step of \"\(VisibleControls.visible(lesson.title))\".", .good)
    } else {
      let next = VisibleControls.visible(lesson.steps[scene.step + 1].title)
      say("Next: \(next) (\(scene.step + 2) of \(lesson.steps.count))", .hint)
    }
    effects.append(.progress(progress))
  }

  private mutating func showFootnotes() {
    let numbers = lesson.steps[scene.step].blocks.footnoteNumbers
    for note in lesson.footnotes where numbers.contains(note.number) {
      var blocks = note.blocks
      let mark = Inline.text("[\(note.number)] ")
      if case .paragraph(let inlines)? = blocks.first {
        blocks[0] = .paragraph([mark] + inlines)
      } else {
        blocks.insert(.paragraph([mark]), at: 0)
      }
      show(blocks)
    }
  }

  /// Enter at the end of a step.
  mutating func goOn() {
    if isLastStep { effects.append(.nextLesson) } else { go(to: scene.step + 1) }
  }

  /// Past the stop at hand and on to the next.
  mutating func pass() {
    scene.stop += 1
    present()
  }
}
