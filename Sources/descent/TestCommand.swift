import ArgumentParser
import Lessons
import Notebook
import Terminal

/// `descent test`: every number a lesson shows is what its cells compute.
struct TestCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, junit, json
  }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Check that lessons show what their cells compute.",
    discussion: """
      A path is a lesson, any Markdown file with cells, or a course's folder. Every failure is \
      shown with its place and a difference (exit 1). --accept writes the new output into the \
      files instead, output fences only.
      """
  )

  @Argument(help: "Lessons or folders; the course when left out.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Write the outputs into the files.")
  var accept = false

  @Flag(help: "Run cells marked slow too.")
  var all = false

  @Option(help: ArgumentHelp("Only what stands below this heading.", valueName: "heading"))
  var only: String?

  @Option(help: "text, junit or json.")
  var format = Format.text

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    InterruptedExit.install()
    let location = CourseLocation.directory()
    let reader = LessonReader(renderer: .ofThisTool())
    var report = CheckReport()
    for path in paths.isEmpty ? [location] : paths {
      guard FileBytes.exists(path) else {
        console.report(LessonError(file: path, message: "no such file or folder"))
        throw ExitStatus.noInput
      }
      let isCourse = FileBytes.exists("\(path)/\(Course.contentsFile)")
      let data = CourseData(directory: isCourse ? path : location).store
      do {
        if accept {
          try acceptOutputs(path, isCourse, reader, data, console)
        } else {
          report.lessons += try reports(path, isCourse, reader, data, console)
        }
      } catch let error as LessonError {
        console.report(error)
        throw ExitStatus.inError
      }
    }
    if !accept { try conclude(report, console) }
  }

  private func reports(
    _ path: String,
    _ isCourse: Bool,
    _ reader: LessonReader,
    _ data: DataStore,
    _ console: Console
  ) throws -> [LessonReport] {
    let course =
      try isCourse ? Course(directory: path) : Course(directory: folder(of: path), contents: "")
    var checker = CourseChecker(
      course: course,
      reader: reader,
      options: .init(includesSlow: all, heading: only),
      start: { .notebook(for: $0, data: data) }
    )
    if isCourse { return checker.report { show($0, console) }.lessons }
    let report: LessonReport
    do {
      report = checker.report(on: try reader.read(path: path))
    } catch {
      report = LessonReport(path: path, title: path, faults: error.errors)
    }
    show(report, console)
    return [report]
  }

  private func show(_ report: LessonReport, _ console: Console) {
    guard format == .text else { return }
    for text in report.failureTexts { console.output.writeLine(text) }
  }

  private func conclude(_ report: CheckReport, _ console: Console) throws {
    switch format {
    case .text: console.output.writeLine(report.summary)
    case .junit: console.output.write(report.junit)
    case .json: console.output.write(report.json)
    }
    try console.finish()
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  private func acceptOutputs(
    _ path: String,
    _ isCourse: Bool,
    _ reader: LessonReader,
    _ data: DataStore,
    _ console: Console
  ) throws {
    var files = [path]
    if isCourse {
      let course = try Course(directory: path)
      files = course.entries.map { course.path(of: $0) } + course.appendices
    }
    for file in files {
      do {
        let lesson = try reader.read(path: file)
        let bytes = try FileBytes.read(file, limit: LessonLimits.standard.lessonBytes)
        let result = try Acceptance(lesson: lesson, bytes: bytes).result(
          start: .notebook(for: lesson, data: data),
          includesSlow: all
        )
        if result.difference.isEmpty { continue }
        for line in result.difference { console.output.writeLine(line) }
        do {
          try WholeFile.write(result.bytes, to: file)
        } catch {
          console.report(error)
          throw ExitStatus.cannotWrite
        }
        console.output.writeLine("\(file): \(result.cellCount) accepted")
      } catch let faults as LessonFaults {
        for error in faults.errors { console.report(error) }
        throw ExitStatus.inError
      }
    }
  }

  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
