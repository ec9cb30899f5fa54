import ArgumentParser
import Formulas
import Lessons
import Notebook
import Terminal
import Typesetting

/// `descent run`: scripts and lessons, without a terminal in between.
struct RunCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run scripts, or the cells of lessons.",
    discussion: """
      A file ending in .md is a lesson: its cells are run in order, exercises' starters, solutions \
      and checks are left out. '-' is standard input. A script stops at its first error (exit 2), \
      unless --keep-going is given.
      """
  )

  @Argument(help: "Scripts, lessons, or - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "text, or json: one object for each statement.")
  var format = Format.text

  @Flag(help: "Go on after an error.")
  var keepGoing = false

  @OptionGroup var place: CourseOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let reader = LessonReader(renderer: .ofThisTool())
    let location = place.location(reader.renderer)
    let named = try place.course.map { path in
      try console.found { () throws(LessonError) in try location.course(at: path) }
    }
    Interrupt.install()
    var failed = false
    for file in files {
      if file != Script.standardInput, let obstacle = InputFile.obstacle(file) {
        console.report(
          LessonError(file: file, message: obstacle, hint: "descent lessons lists the course")
        )
        throw ExitStatus.noInput
      }
      let script: Script
      do {
        script = try Script(path: file) { try location.lesson(at: $0, reader) }
      } catch let error as LessonError {
        console.report(error)
        throw ExitStatus.inError
      } catch let faults as LessonFaults {
        for error in faults.errors { console.report(error) }
        throw ExitStatus.inError
      }
      let folder = named?.directory ?? location.folderOfData(for: file)
      if try !run(script, CourseData(directory: folder).store, console) {
        failed = true
        if !keepGoing { break }
      }
    }
    try console.finish()
    if failed { throw ExitStatus.inError }
  }

  /// Runs one script; false if there was an error in it.
  private func run(_ script: Script, _ data: DataStore, _ console: Console) throws -> Bool {
    var sessions: [String: Session] = [:]
    let layout = TextLayout.script(console)
    var isFine = true
    for part in script.parts {
      var session =
        sessions[part.session]
        ?? Session(data: data, host: Host(isInterrupted: { Interrupt.isRaised }))
      let result = session.run(cell: part.source, keepGoing: keepGoing || part.mayFail)
      sessions[part.session] = session
      var wroteError = false
      for statement in result.statements {
        write(statement, script.path, part, layout, console)
        if statement.diagnostic != nil, !part.mayFail { wroteError = true }
      }
      if result.wasInterrupted {
        console.output.flush()
        throw ExitStatus.interrupted
      }
      if wroteError {
        isFine = false
        if !keepGoing { return false }
      }
    }
    return isFine
  }

  private func write(
    _ statement: StatementResult,
    _ path: String,
    _ part: Script.Part,
    _ layout: TextLayout,
    _ console: Console
  ) {
    switch format {
    case .json:
      console.output.writeLine(statement.json(file: path, firstLine: part.firstLine))
    case .text:
      var layout = layout
      layout.precision = statement.precision
      for output in statement.outputs { console.output.writeLine(output.styled(layout)) }
    }
    guard let diagnostic = statement.diagnostic else { return }
    if part.mayFail {
      if format == .text { console.output.writeLine(diagnostic.styled(source: statement.cell)) }
      return
    }
    console.report(diagnostic, in: statement, file: path, firstLine: part.firstLine)
  }
}

extension Console {
  /// Writes out what is left; output that nobody got is no success.
  func finish() throws {
    output.flush()
    if output.isBroken { throw ExitStatus.brokenPipe }
    if output.failure != nil { throw ExitStatus.cannotWrite }
  }

  func report(_ error: LessonError) {
    output.flush()
    errors.writeLine(error.text)
  }

  /// `file:line:column: error: message`, the line with a caret, the hint.
  func report(
    _ diagnostic: Diagnostic,
    in statement: StatementResult,
    file: String,
    firstLine: Int
  ) {
    output.flush()
    let position =
      diagnostic.range?.position(in: statement.cell)
      ?? (line: statement.line, column: 1, length: 1)
    errors.write("\(file):\(firstLine + position.line - 1):\(position.column): ", .strong)
    errors.writeLine(diagnostic.styled(source: statement.cell))
  }
}
