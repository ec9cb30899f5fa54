import ArgumentParser
import Formulas
import Lessons
import Site
import System
import Terminal

/// `descent test`: every number a lesson shows is what its cells compute.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Check that lessons show what their cells compute.",
    discussion: """
      A path is a lesson, any Markdown file with cells, or a course's folder. A file belongs to \
      the course that lists it, whose data it uses, else to its own folder. FILE:LINE is the cell, \
      exercise, quiz or step at that line; what comes before it runs all the same. Every failure \
      is shown with its place and a difference (exit 1; 2 for a file that cannot be read as a \
      lesson). A heading that no lesson has, and a line with nothing to check, end with 66.

      --accept writes new output into the files: output fences, and numbers in prose behind which \
      their proof stands, as in 107<!-- = t -->. It tells what fails all the same. It takes no \
      output that differs between two runs, none of a cell that is in error or was stopped, and \
      leaves a file alone that is read-only or has changed meanwhile (exit 73).
      """
  )

  @Argument(
    help: "Lessons, lines of them (FILE:LINE) or folders; the course when left out.",
    completion: .file()
  )
  var paths: [String] = []

  @Flag(help: "Write the outputs into the files.")
  var accept = false

  @Flag(name: .shortAndLong, help: "Ask before each change; implies --accept.")
  var interactive = false

  @Flag(help: "Check again whenever a file changes, until Control-C.")
  var watch = false

  @Flag(help: "Run cells marked slow too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Only what stands below headings that contain this; may be given several times.",
      valueName: "heading"
    )
  )
  var only: [String] = []

  @Flag(help: "List the decimals in prose that nothing proves; each is a failure.")
  var prose = false

  @Option(help: "text, junit, json, or github for annotations in a workflow.")
  var format = TestFormat.text

  @OptionGroup var place: CourseOptions

  @OptionGroup var display: DisplayOptions

  /// Milliseconds between two looks at the files.
  private static let interval = 250

  func validate() throws {
    if interactive && watch {
      throw ValidationError("--interactive and --watch do not go together: leave out one of them.")
    }
    if interactive && !Stream.input.isTerminal {
      throw ValidationError(
        "--interactive asks on a terminal, and standard input is none: use --accept instead."
      )
    }
  }

  func run() throws {
    let console = display.console
    StopSignal.exitAtOnce()
    let reader = LessonReader(renderer: .ofThisTool())
    var targets = try console.found { () throws(LocatedError) in try self.targets(reader) }
    if !watch { return try check(targets, reader, console) }
    while true {
      // Begun before the check, so that it sees what is written meanwhile.
      var sources = SourceWatch(targets.flatMap(\.sources))
      do {
        try check(targets, reader, console)
      } catch is ExitCode where console.output.failure == nil {
        // What fails is about to be put right.
      }
      while !sources.hasChanged() { Clock.sleep(milliseconds: Self.interval) }
      do throws(LocatedError) {
        targets = try self.targets(reader)
      } catch {
        console.report(error)
      }
    }
  }
}

extension TestCommand {
  private func targets(_ reader: LessonReader) throws(LocatedError) -> [TestTarget] {
    let location = place.location(reader.renderer)
    let named: Course? = paths.isEmpty || place.course != nil ? try location.course() : nil
    if let named, paths.isEmpty { return [try TestTarget(named)] }
    var targets: [TestTarget] = []
    for path in paths { targets.append(try TestTarget(path, in: named, location)) }
    return targets
  }

  /// Checks it all, tells it, and ends with the code that fits.
  private func check(
    _ targets: [TestTarget],
    _ reader: LessonReader,
    _ console: Console
  ) throws {
    var report = CheckReport()
    let questions = EditQuestions()
    var absent: [LocatedError] = []
    for target in targets {
      let reports = reports(target, reader, console, questions)
      if let line = target.line, let only = reports.first, only.isEmpty {
        absent.append(
          LocatedError(
            file: only.path,
            message: "there is nothing to check at line \(line)",
            hint: "name a line of a cell, an exercise, a quiz or a step"
          )
        )
      }
      report.lessons += reports
    }
    absent += unmatched(in: report)
    if !only.isEmpty || targets.contains(where: { $0.line != nil }) {
      report.lessons.removeAll { $0.isEmpty }
    }
    format.conclude(report, console)
    for error in absent { console.report(error) }
    try console.finish()
    if report.exitCode > 1 { throw ExitCode(report.exitCode) }
    if !absent.isEmpty { throw ExitStatus.noInput }
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  private func reports(
    _ target: TestTarget,
    _ reader: LessonReader,
    _ console: Console,
    _ questions: EditQuestions
  ) -> [LessonReport] {
    let data = target.data
    var checker = CourseChecker(
      course: target.course,
      reader: reader,
      options: .init(
        includesSlow: all,
        scope: CheckScope(headings: only, line: target.line),
        provesProse: prose
      ),
      start: { LessonStart($0.start, data: data) }
    )
    if interactive {
      checker.wantsEdit = { path, difference in
        questions.wants(path, difference) { prompt in
          console.output.flush()
          console.errors.write(prompt)
          return readLine()
        }
      }
    } else if accept {
      checker.wantsEdit = { _, _ in true }
    }
    guard let page = target.page else { return checker.report { show($0, console) }.lessons }
    let report = checker.report(of: page)
    show(report, console)
    return [report]
  }

  private func show(_ report: LessonReport, _ console: Console) {
    var report = report
    // Has been seen with its question.
    if interactive { report.difference = [] }
    format.show(report, console)
  }

  /// The headings asked for that no lesson has; a file that could not be read may have them.
  private func unmatched(in report: CheckReport) -> [LocatedError] {
    if report.lessons.contains(where: { !$0.faults.isEmpty }) { return [] }
    let steps = report.lessons.flatMap(\.steps)
    return CheckScope(headings: only).unmatched(in: report.lessons).map { heading in
      LocatedError(
        file: "--only",
        message: "no heading of what was checked contains '\(heading)'",
        hint: Suggestion.hint(for: heading, among: steps)
          ?? "a part of a heading is enough, in any case of letters"
      )
    }
  }
}
