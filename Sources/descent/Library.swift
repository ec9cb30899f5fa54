import ArgumentParser
import Formulas
import Lessons
import Notebook
import Terminal
import Typesetting

/// The course and the learner's progress through it, as the shell shows them.
struct Library {
  let course: Course
  let data: CourseData
  let reader = LessonReader(renderer: .ofThisTool())
  private let file = ProgressFile { Environment.process[$0] }
  private let console: Console

  init(course: Course, console: Console) {
    self.course = course
    self.console = console
    data = CourseData(directory: course.directory)
  }

  /// What is done so far; a file that cannot be read is said once and counts as nothing.
  func progress() -> Progress {
    do throws(LessonError) {
      return try file?.load() ?? Progress()
    } catch {
      console.report(error)
      return Progress()
    }
  }

  func record(_ progress: LessonProgress, of lesson: Lesson) {
    do throws(LessonError) {
      try file?.record(progress, for: lesson.id)
    } catch {
      console.report(error)
    }
  }

  func lesson(_ entry: Course.Entry) throws(LessonFaults) -> Lesson {
    try reader.read(path: course.path(of: entry))
  }

  /// Reads a lesson to see whether it is well formed.
  func check(_ entry: Course.Entry) throws {
    do {
      _ = try lesson(entry)
    } catch {
      for fault in error.errors { console.report(fault) }
      throw ExitStatus.inError
    }
  }

  func unknown(_ name: String) -> LessonError {
    let names = course.entries.map { $0.name }
    let hint = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    return LessonError(
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

  /// The id of a lesson as its front matter says, found without reading the rest.
  func identifier(of entry: Course.Entry) -> String {
    LessonIdentifier.read(course.path(of: entry)) ?? entry.name
  }

  /// The contents page with a mark for what is done.
  func contents(_ isASCII: Bool) -> StyledText {
    let progress = progress()
    let states = course.entries.map { progress[identifier(of: $0)] }
    let next = next(states)
    let width = WindowSize.current().columns - 9
    var text = StyledText(course.title + "\n", .heading)
    for (index, entry) in course.entries.enumerated() {
      let state = states[index]
      let done = isASCII ? "x" : "✓"
      let begun = isASCII ? "-" : "·"
      let mark = state.isFinished ? done : state.steps.isEmpty ? " " : begun
      let number = DisplayWidth.padded(":\(index + 1)", to: 4, alignment: .right)
      text.append("\(mark) ", .good)
      text.append(number, .keyword)
      text.append("  \(entry.title)", entry == next ? .strong : .plain)
      if !entry.summary.isEmpty {
        text.append("\n")
        text.append(
          DisplayWidth.blanks(8)
            + DisplayWidth.truncated(
              entry.summary,
              to: width,
              mark: isASCII ? "..." : "…"
            ),
          .faint
        )
      }
      text.append("\n")
    }
    return text
  }
}
