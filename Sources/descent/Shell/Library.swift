import ArgumentParser
import Formulas
import Lessons
import Notebook
import System
import Terminal
import Typesetting

/// The course and the learner's progress through it, as the shell shows them.
struct Library {
  let course: Course
  let data: CourseData
  let reader: LessonReader
  let keeper: ProgressKeeper
  private let console: Console

  init(
    course: Course,
    renderer: MarkdownRenderer,
    console: Console
  ) throws(LocatedError) {
    self.course = course
    reader = LessonReader(renderer: renderer)
    self.console = console
    keeper = ProgressKeeper(console: console)
    data = try CourseData(directory: course.directory)
  }

  func progress() -> Progress { keeper.load() }

  func lesson(_ entry: Course.Entry) throws(LessonFaults) -> Lesson {
    try reader.read(entry.file, in: course.folder)
  }

  /// Reads a lesson to see whether it is well formed and has the step.
  func check(_ entry: Course.Entry, step: String?) throws {
    do {
      let lesson = try lesson(entry)
      guard let step, !lesson.steps.contains(where: { $0.anchor == step }) else { return }
      report(unknownStep: step, of: lesson)
      throw ExitStatus.noInput
    } catch let error as LessonFaults {
      for fault in error.errors { console.report(fault) }
      throw ExitStatus.inError
    }
  }

  func report(unknownStep step: String, of lesson: Lesson) {
    let anchors = lesson.steps.filter { !$0.isIntroduction }.map { $0.anchor }
    let hint = Suggestion.nearest(to: step, among: anchors).map { "did you mean '\($0)'?" }
    console.report(
      LocatedError(
        file: lesson.path,
        message: "there is no step '\(step)'",
        hint: hint ?? "steps are \(anchors.joined(separator: ", "))"
      )
    )
  }

  func unknown(_ name: String) -> LocatedError {
    let names = course.entries.map { $0.name }
    let commands = Descent.configuration.subcommands.compactMap { $0.configuration.commandName }
      .filter { $0 != MarkdownRenderer.hiddenSubcommand }
    let hint =
      Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? Suggestion.nearest(to: name, among: commands).map { "did you mean 'descent \($0)'?" }
    return LocatedError(
      file: course.contentsPath,
      message: "there is no lesson '\(name)'",
      hint: hint ?? "descent lessons lists them"
    )
  }

  /// The place where the learner left: a lesson begun and not finished, else the first not begun.
  func next(_ progress: Progress) -> Course.Entry? {
    next(course.entries.map { progress[identifier(of: $0)] })
  }

  private func next(_ states: [LessonProgress]) -> Course.Entry? {
    let begun = states.lastIndex { !$0.steps.isEmpty && !$0.isFinished }
    return (begun ?? states.firstIndex { !$0.isFinished }).map { course.entries[$0] }
  }

  /// The lesson behind the one of this path.
  func entry(after path: String) -> Course.Entry? {
    guard let index = course.entries.firstIndex(where: { course.path(of: $0) == path }),
      index + 1 < course.entries.count
    else { return nil }
    return course.entries[index + 1]
  }

  /// The id of a lesson as its front matter says, found without reading the rest.
  func identifier(of entry: Course.Entry) -> String {
    KnownNames(of: entry.file, in: course.folder).id ?? entry.name
  }

  /// The heading of the part that a lesson stands in; empty before the first.
  func part(of entry: Course.Entry) -> String {
    let step = course.page.steps.indices.contains(entry.part) ? course.page.steps[entry.part] : nil
    return step.map { $0.isIntroduction ? "" : $0.title } ?? ""
  }

  /// The contents with a mark for what is done; whole, what the course says before its list too.
  ///
  /// Of a long course the sentences, then the headings of parts are left out where they do not fit
  /// `rows`.
  func contents(_ isASCII: Bool, isWhole: Bool = false, rows: Int = .max) -> StyledText {
    let progress = progress()
    let states = course.entries.map { progress[identifier(of: $0)] }
    let next = next(states)
    let columns = WindowSize.current().columns
    let cut = { (text: String, columns: Int) in
      DisplayWidth.truncated(
        VisibleControls.visible(text),
        to: columns,
        mark: isASCII ? "..." : "…"
      )
    }
    let writer = BlockText(width: columns - 1, symbols: isASCII ? .ascii : .unicode)
    var text = StyledText(cut(course.title, columns), .heading)
    text.append("\n")
    if let tagline = course.settings.tagline {
      text.append(cut(tagline, columns) + "\n", .faint)
    }
    if isWhole {
      for paragraph in course.introduction {
        for line in writer.wrap(paragraph, columns - 1) { text.append(line + StyledText("\n")) }
        text.append("\n")
      }
    }
    let parts = Set(course.entries.map { $0.part }).count
    let listed = 2 + course.entries.count + parts
    let hasSentences = listed + course.entries.count { !$0.summary.isEmpty } <= rows
    var part = ""
    for (index, entry) in course.entries.enumerated() {
      if listed <= rows, self.part(of: entry) != part {
        part = self.part(of: entry)
        text.append(cut(part, columns) + "\n", .strong)
      }
      let state = states[index]
      let begun = isASCII ? "-" : "·"
      let done = isASCII ? "x" : "✓"
      text.append("\(state.isFinished ? done : state.steps.isEmpty ? " " : begun) ", .good)
      text.append(DisplayWidth.padded(":\(index + 1)", to: 4, alignment: .right), .keyword)
      text.append("  " + cut(entry.title, columns - 8), entry == next ? .strong : .plain)
      if hasSentences, !entry.summary.isEmpty {
        text.append("\n" + DisplayWidth.blanks(8) + cut(entry.summary, columns - 9), .faint)
      }
      text.append("\n")
    }
    return text
  }
}
