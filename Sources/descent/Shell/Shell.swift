import Formulas
import Lessons
import Notebook
import Plots
import System
import Terminal
import Typesetting

/// The interactive notebook: reads a line, hands it to the place where the learner is, prints what
/// comes back.
///
/// The notebook and each lesson that was opened are such places. They stay as they were left until
/// the tool ends, so that nothing typed is lost by going elsewhere.
@MainActor
final class Shell {
  let library: Library
  let console: Console
  let editor: LineEditor
  private let pager: Pager
  var notebook: FreeNotebook
  /// The lessons that were opened, by their paths.
  private var lessons: [String: LessonWalk] = [:]
  /// The path of the lesson at hand; nil in the notebook.
  private var place: String?
  private var isOver = false

  init(library: Library, console: Console) {
    self.library = library
    self.console = console
    ProgressDisplay.console = console
    editor = LineEditor(console: console)
    pager = Pager(console: console)
    notebook = FreeNotebook(
      start: LessonStart(data: library.data.store, limits: .none, host: .interactive),
      layout: TextLayout.shell(console)
    )
    editor.transcriptPrompts = ["descent>", "answer>", "play>", "next>", "quiz>"]
    editor.pending = { [weak self] in self?.walk?.waiting ?? StyledText() }
    editor.isComplete = { Session.isComplete($0) }
    editor.highlighted = { Session.highlighted($0) }
    editor.hint = { Session.hint(for: $0) }
    editor.candidates = { [weak self] line, cursor in self?.candidates(line, cursor) ?? [] }
  }

  private var walk: LessonWalk? { place.flatMap { lessons[$0] } }

  /// `startUp` is run in the notebook first.
  func run(opening wanted: (entry: Course.Entry, step: String?)?, startUp: String?) throws {
    if let startUp { begin(with: startUp) }
    if let wanted {
      guard open(wanted.entry, step: wanted.step) else { throw ExitStatus.noInput }
    } else {
      welcome()
    }
    while !isOver {
      switch editor.read() {
      case .line(let line): enter(line)
      case .interrupted: say("Ctrl-D or :quit leaves.")
      case .endOfInput: leave()
      }
      if console.output.isBroken { throw ExitStatus.brokenPipe }
    }
    if !library.keeper.isKept { throw ExitStatus.cannotWrite }
  }

  /// One line, as if it had been typed.
  func enter(_ line: String) {
    let line = (walk?.session ?? notebook.session).isLeaving(line) ? ":quit" : line
    let layout = TextLayout.shell(console)
    if let place {
      lessons[place]?.layout = layout
      lessons[place]?.text.width = layout.width
      if let reply = lessons[place]?.enter(line) { show(reply) }
    } else {
      notebook.layout = layout
      show(notebook.enter(line))
    }
  }

  /// Hands a file to the place at hand.
  func take(_ file: WalkFile) {
    if let place {
      if let reply = lessons[place]?.take(file) { show(reply) }
    } else {
      show(notebook.take(file))
    }
  }

  /// What a place answered.
  func show(_ reply: WalkReply) {
    Interrupt.take()
    ProgressDisplay.finish()
    show(reply.text)
    usePrompt(reply.prompt)
    for effect in reply.effects { perform(effect) }
  }

  /// A text, ended by a line feed.
  func show(_ text: StyledText) {
    if text.isEmpty { return }
    pager.show(text.plain.hasSuffix("\n") ? text : text + StyledText("\n"))
  }

  func say(_ line: String, _ style: TextStyle = .hint) { show(StyledText(line, style)) }

  private func perform(_ effect: WalkEffect) {
    switch effect {
    case .progress(let progress):
      if let walk { library.keeper.record(progress, of: walk.lesson) }
    case .save(let file, let text): save(text, to: file)
    case .load(let file, let isShown): load(file, isShown: isShown)
    case .data(let words): bring(words)
    case .write(let file, let bytes): write(bytes, to: file)
    case .edit(let text): edit(editor.abandoned ?? text)
    case .open(let name): open(named: name)
    case .notebook: goToNotebook()
    case .lessons: show(library.contents(console.prefersASCII))
    case .resume: resume()
    case .nextLesson: openNext()
    case .quit:
      isOver = true
      if place != nil, library.keeper.isKept { say("Your progress is kept.") }
    }
  }

  private func usePrompt(_ prompt: WalkPrompt) {
    var text = StyledText()
    if !prompt.hint.isEmpty { text.append("(\(prompt.hint))\n", .faint) }
    text.append(prompt.text, .keyword)
    editor.prompt = text
    if let recall = prompt.recall { editor.offer(recall) }
  }

  private func leave() {
    if let place, let reply = lessons[place]?.endOfInput() { show(reply) }
    isOver = true
  }

  private func candidates(_ line: String, _ cursor: Int) -> [Candidate] {
    let session = walk?.session ?? notebook.session
    if line.hasPrefix(":") {
      return ColonCompletion(course: library.course, lesson: walk?.lesson, session: session)
        .candidates(String(decoding: line.utf8.prefix(cursor), as: UTF8.self))
    }
    return session.candidates(line, cursor)
  }
}

// MARK: - Going from place to place

extension Shell {
  private func welcome() {
    let window = WindowSize.current()
    // At once, and so that the prompt and the two rows before it leave the title on the screen.
    var text = library.contents(console.prefersASCII, rows: window.rows - 4)
    text.append("Enter goes on where you left; :1 opens the first lesson; ", .hint)
    text.append("help lists the notebook's commands, :help the shell's.\n", .hint)
    console.output.write(text.wrapped(to: window.columns))
    useNotebookPrompt()
  }

  private func useNotebookPrompt() {
    place = nil
    editor.prompt = StyledText("descent> ", .keyword)
  }

  private func goToNotebook() {
    useNotebookPrompt()
    say("Back in the notebook; the lesson stays as it is.")
  }

  /// A lesson as it was left, or from where the learner's progress is; false where it cannot be
  /// opened there, which was said then.
  @discardableResult
  private func open(_ entry: Course.Entry, step: String? = nil) -> Bool {
    let path = library.course.path(of: entry)
    do throws(LessonFaults) {
      var walk: LessonWalk
      if let known = lessons[path] { walk = known } else { walk = try self.walk(through: entry) }
      let number = step.flatMap { walk.number(ofStep: $0) }
      if let step, number == nil {
        library.report(unknownStep: step, of: walk.lesson)
        return false
      }
      let reply =
        switch (lessons[path] != nil, number) {
        case (false, _): walk.begin(step: step)
        case (true, let number?): walk.enterAgain(at: number)
        case (true, nil): walk.enterAgain()
        }
      lessons[path] = walk
      place = path
      show(reply)
      return true
    } catch {
      for fault in error.errors { console.report(fault) }
      return false
    }
  }

  private func walk(through entry: Course.Entry) throws(LessonFaults) -> LessonWalk {
    let lesson = try library.lesson(entry)
    let layout = TextLayout.shell(console)
    var walk = LessonWalk(
      lesson: lesson,
      start: LessonStart(
        lesson.start,
        data: library.data.store,
        limits: .none,
        host: .interactive
      ),
      progress: library.progress()[lesson.id],
      text: BlockText(width: layout.width, symbols: console.prefersASCII ? .ascii : .unicode),
      layout: layout
    )
    walk.following = library.entry(after: lesson.path)?.title
    return walk
  }

  private func open(named name: String) {
    let parts = name.split(separator: "#", maxSplits: 1).map { String($0) }
    guard let first = parts.first, let entry = library.course.entry(named: first) else {
      return console.report(library.unknown(name))
    }
    _ = open(entry, step: parts.count > 1 ? parts[1] : nil)
  }

  private func resume() {
    guard let entry = library.next(library.progress()) else {
      return say("Every lesson is done. :1 begins again.")
    }
    open(entry)
  }

  private func openNext() {
    guard let place, let next = library.entry(after: place) else {
      show(library.contents(console.prefersASCII))
      return goToNotebook()
    }
    if !open(next) { goToNotebook() }
  }
}
