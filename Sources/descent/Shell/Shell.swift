import Formulas
import Lessons
import Notebook
import Plots
import System
import Terminal
import Typesetting

/// The interactive notebook: reads a line, hands it to the lesson's walk or to the free notebook,
/// prints what comes back.
@MainActor
final class Shell {
  private let library: Library
  private let console: Console
  private let editor: LineEditor
  private let pager: Pager
  private var free: FreePlay
  private var walk: LessonWalk?
  private var isOver = false

  init(library: Library, console: Console) {
    self.library = library
    self.console = console
    ProgressDisplay.console = console
    editor = LineEditor(console: console)
    pager = Pager(console: console)
    free = FreePlay(
      Session(data: library.data.store, host: .interactive),
      layout: TextLayout.shell(console)
    )
    editor.transcriptPrompts = ["descent>", "answer>", "play>", "next>", "quiz>"]
    editor.isComplete = { Session.isComplete($0) }
    editor.highlighted = { Session.highlighted($0) }
    editor.hint = { Session.hint(for: $0) }
    editor.candidates = { [weak self] line, cursor in self?.candidates(line, cursor) ?? [] }
  }

  func run(opening wanted: (entry: Course.Entry, step: String?)?) throws {
    if let wanted {
      open(wanted.entry, step: wanted.step)
    } else {
      welcome()
    }
    while !isOver {
      switch editor.read() {
      case .line(let line): enter(line)
      case .interrupted: console.output.writeLine("Ctrl-D or :quit leaves.", .faint)
      case .endOfInput: leave()
      }
      if console.output.isBroken { throw ExitStatus.brokenPipe }
    }
    if !library.keeper.isKept { throw ExitStatus.cannotWrite }
  }

  private func welcome() {
    var text = library.contents(console.prefersASCII)
    text.append("Enter goes on where you left; :1 opens the first lesson;\n", .hint)
    text.append("help lists the notebook's commands, :help the shell's.\n", .hint)
    console.output.write(text)
    useFreePrompt()
  }

  private func candidates(_ line: String, _ cursor: Int) -> [Candidate] {
    let session = walk?.session ?? free.session
    if line.hasPrefix(":") {
      return ColonCompletion(course: library.course, lesson: walk?.lesson, session: session)
        .candidates(String(decoding: line.utf8.prefix(cursor), as: UTF8.self))
    }
    return session.candidates(line, cursor)
  }
}

// MARK: - Lines

extension Shell {
  private func enter(_ line: String) {
    defer { ProgressDisplay.finish() }
    if var walk {
      walk.layout = TextLayout.shell(console)
      walk.text.width = walk.layout.width
      let reply = walk.enter(line)
      self.walk = walk
      show(reply)
      return
    }
    let words = line.drop { $0 == " " }
    if words.isEmpty { return resume() }
    if words.hasPrefix(":") { return command(String(words)) }
    free.layout = TextLayout.shell(console)
    let text = free.run(line)
    ProgressDisplay.finish()
    if !text.isEmpty { pager.show(text + StyledText("\n")) }
    Interrupt.take()
  }

  private func show(_ reply: WalkReply) {
    Interrupt.take()
    ProgressDisplay.finish()
    if !reply.text.isEmpty {
      let endsLine = reply.text.plain.hasSuffix("\n")
      pager.show(endsLine ? reply.text : reply.text + StyledText("\n"))
    }
    for effect in reply.effects { perform(effect) }
    if walk != nil { usePrompt(reply.prompt) }
  }

  private func perform(_ effect: WalkEffect) {
    switch effect {
    case .progress(let progress):
      if let lesson = walk?.lesson { library.keeper.record(progress, of: lesson) }
    case .save(let file, let text): save(text, to: file)
    case .nextLesson: openNext()
    case .quit:
      isOver = true
      if library.keeper.isKept { console.output.writeLine("Your progress is kept.", .hint) }
    }
  }

  private func usePrompt(_ prompt: WalkPrompt) {
    var text = StyledText()
    if !prompt.hint.isEmpty { text.append("(\(prompt.hint))\n", .faint) }
    text.append(prompt.text, .keyword)
    editor.prompt = text
    if let recall = prompt.recall { editor.offer(recall) }
  }

  private func useFreePrompt() {
    editor.prompt = StyledText("descent> ", .keyword)
  }

  private func leave() {
    if var walk {
      let reply = walk.endOfInput()
      self.walk = walk
      show(reply)
    }
    isOver = true
  }
}

// MARK: - Lessons

extension Shell {
  private func open(_ entry: Course.Entry, step: String? = nil) {
    do {
      let lesson = try library.lesson(entry)
      let layout = TextLayout.shell(console)
      var next = LessonWalk(
        lesson: lesson,
        start: LessonStart(
          lesson.start,
          data: library.data.store,
          limits: .none,
          host: .interactive
        ),
        progress: library.progress()[lesson.id],
        text: BlockText(
          width: layout.width,
          symbols: console.prefersASCII ? .ascii : .unicode
        ),
        layout: layout
      )
      let reply = next.begin(step: step)
      walk = next
      show(reply)
    } catch {
      for fault in error.errors { console.report(fault) }
      walk = nil
      useFreePrompt()
    }
  }

  private func resume() {
    guard let entry = library.next(library.progress()) else {
      console.output.writeLine("Every lesson is done. :1 begins again.", .hint)
      return
    }
    open(entry)
  }

  private func openNext() {
    guard let path = walk?.lesson.path,
      let index = library.course.entries.firstIndex(where: { library.course.path(of: $0) == path }),
      index + 1 < library.course.entries.count
    else {
      walk = nil
      return welcome()
    }
    open(library.course.entries[index + 1])
  }

  private func command(_ line: String) {
    switch ShellCommand(line) {
    case .open(let name):
      if let entry = library.course.entry(named: name) {
        open(entry)
      } else {
        console.report(library.unknown(name))
      }
    case .contents: console.output.write(library.contents(console.prefersASCII))
    case .undo: console.output.writeLine(free.undo(), .hint)
    case .save(let file): save(free.transcript(), to: file)
    case .help: console.output.write(ShellCommand.list)
    case .quit: isOver = true
    case .wrong(let diagnostic): console.output.writeLine(diagnostic.styled(source: line))
    }
  }

  private func save(_ text: String?, to file: String) {
    guard let text else {
      console.output.writeLine("Nothing was run yet.", .hint)
      return
    }
    let path = file.hasSuffix(".md") ? file : file + ".md"
    if NamedFile.exists(path) {
      console.report(
        LocatedError(file: path, message: "is there already", hint: "choose another name")
      )
      return
    }
    do {
      try WholeFile.write(Array(text.utf8), to: path)
      console.output.writeLine("Saved as \(path).", .hint)
      // A file outside of the course has no data of its own.
      let course = library.course.directory
      let isOutside = NamedFile.absolute(course) != NamedFile.absolute(NamedFile.split(path).folder)
      if isOutside, library.data.files.contains(where: { text.contains($0 + ".") }) {
        console.output.writeLine(
          "Its data are the course's: descent test --course \(course) \(path)",
          .hint
        )
      }
    } catch {
      console.report(LocatedError(error))
    }
  }
}
