import ArgumentParser
import Lessons
import Notebook
import System
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
      A path is a lesson, any Markdown file with cells, or a course's folder. A file belongs to \
      the course that lists it, whose data it uses, else to its own folder. Every failure is \
      shown with its place and a difference (exit 1). --accept writes the new output into the \
      files instead: output fences, and numbers in prose behind which their proof stands, as in \
      107<!-- = t -->.
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

  @Flag(help: "List the decimals in prose that nothing proves; each is a failure.")
  var prose = false

  @Option(help: "text, junit or json.")
  var format = Format.text

  @OptionGroup var place: CourseOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    StopSignal.exitAtOnce()
    let reader = LessonReader(renderer: .ofThisTool())
    let location = place.location(reader.renderer)
    var report = CheckReport()
    for target in try targets(location, console) {
      do {
        if accept {
          try acceptOutputs(target, reader, console)
        } else {
          report.lessons += reports(target, reader, console)
        }
      } catch let error as LessonError {
        console.report(error)
        throw ExitStatus.inError
      }
    }
    if !accept { try conclude(report, console) }
  }

  /// What is checked: a course, or one page of it.
  fileprivate struct Target {
    var course: Course
    /// Relative to the course; nil for all of it.
    var file: String?
    /// As it was typed.
    var path: String
    var data: DataStore
  }

  private func targets(_ location: CourseLocation, _ console: Console) throws -> [Target] {
    try console.found { () throws(LessonError) in
      let named: Course? =
        paths.isEmpty || place.course != nil ? try location.course() : nil
      if let named, paths.isEmpty { return [try Target(named)] }
      var targets: [Target] = []
      for path in paths {
        guard let kind = FileStatus(path)?.kind, kind != .folder else {
          targets.append(try Target(location.course(at: path)))
          continue
        }
        let (course, file) = location.finder.course(of: path)
        let data = try CourseData(directory: (named ?? course).directory).store
        targets.append(Target(course: course, file: file, path: path, data: data))
      }
      return targets
    }
  }

  private func reports(
    _ target: Target,
    _ reader: LessonReader,
    _ console: Console
  ) -> [LessonReport] {
    let data = target.data
    var checker = CourseChecker(
      course: target.course,
      reader: reader,
      options: .init(includesSlow: all, heading: only, provesProse: prose),
      start: { LessonStart($0.start, data: data) }
    )
    guard let file = target.file else { return checker.report { show($0, console) }.lessons }
    let report: LessonReport
    if file == Course.contentsFile, !target.course.entries.isEmpty {
      report = checker.checkContents().report
    } else {
      do {
        report = checker.check(try target.lesson(file, reader), at: file).report
      } catch {
        report = LessonReport(path: target.path, title: target.path, faults: error.errors)
      }
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
    _ target: Target,
    _ reader: LessonReader,
    _ console: Console
  ) throws {
    if let file = target.file {
      let isContents = file == Course.contentsFile && !target.course.entries.isEmpty
      let page = isContents ? target.course.page : nil
      _ = try acceptOutputs(of: page, file, target, reader, console)
      return
    }
    let course = target.course
    _ = try acceptOutputs(of: course.page, Course.contentsFile, target, reader, console)
    var pages = PageQueue(course, links: CourseLinks(directory: course.directory))
    while let file = pages.next() {
      let lesson = try acceptOutputs(of: nil, file, target, reader, console)
      pages.add(linksOf: lesson, at: file)
    }
  }

  /// Accepts what the cells of one page put out; it is read unless it was.
  private func acceptOutputs(
    of page: Lesson?,
    _ name: String,
    _ target: Target,
    _ reader: LessonReader,
    _ console: Console
  ) throws -> Lesson {
    let file = target.file == nil ? target.course.path(of: name) : target.path
    do {
      let lesson = try page ?? target.lesson(name, reader)
      let bytes = try target.bytes(name)
      let result = try Acceptance(lesson: lesson, bytes: bytes).result(
        start: LessonStart(lesson.start, data: target.data),
        includesSlow: all
      )
      if result.difference.isEmpty { return lesson }
      for line in result.difference { console.output.writeLine(line) }
      do {
        try WholeFile.write(result.bytes, to: file)
      } catch {
        console.report(LessonError(error))
        throw ExitStatus.cannotWrite
      }
      console.output.writeLine("\(file): \(result.cellCount) accepted")
      return lesson
    } catch let faults as LessonFaults {
      for error in faults.errors { console.report(error) }
      throw ExitStatus.inError
    }
  }
}

extension TestCommand.Target {
  /// Where no course lists it, a file may be reached through links.
  private var isLoose: Bool { course.entries.isEmpty }

  fileprivate func lesson(_ name: String, _ reader: LessonReader) throws(LessonFaults) -> Lesson {
    isLoose
      ? try reader.read(path: path)
      : try reader.read(name, in: course.folder, shown: file == nil ? nil : path)
  }

  fileprivate func bytes(_ name: String) throws(LessonError) -> [UInt8] {
    try LessonError.asking { () throws(SystemError) in
      let limit = LessonLimits.standard.lessonBytes
      return isLoose
        ? try NamedFile.read(path, limit: limit) : try course.folder.read(name, limit: limit)
    }
  }

  fileprivate init(_ course: Course) throws(LessonError) {
    self.init(
      course: course,
      file: nil,
      path: course.directory,
      data: try CourseData(directory: course.directory).store
    )
  }
}
