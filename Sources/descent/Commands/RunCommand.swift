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
      try console.found { () throws(LocatedError) in try location.course(at: path) }
    }
    Interrupt.install()
    var worst: ExitCode?
    for file in files {
      if file != Script.standardInput, let obstacle = InputFile.obstacle(file) {
        console.report(
          LocatedError(file: file, message: obstacle, hint: "descent lessons lists the course")
        )
        throw ExitStatus.noInput
      }
      let script: Script
      do {
        script = try Script(path: file) { try location.lesson(at: $0, reader) }
      } catch let error as LocatedError {
        console.report(error)
        throw ExitStatus.inError
      } catch let faults as LessonFaults {
        for error in faults.errors { console.report(error) }
        throw ExitStatus.inError
      }
      let folder = named?.directory ?? location.folderOfData(for: file)
      let data = try console.found { () throws(LocatedError) in try CourseData(directory: folder) }
      if let failure = try run(script, file, data.store, console) {
        worst = worst.map { max($0.rawValue, failure.rawValue) }.map { ExitCode($0) } ?? failure
        if !keepGoing { break }
      }
    }
    try console.finish()
    if let worst { throw worst }
  }

  /// Runs one script: nil where all went well, 1 after an expectation that did not hold, 2 after an
  /// error.
  private func run(
    _ script: Script,
    _ file: String,
    _ data: DataStore,
    _ console: Console
  ) throws -> ExitCode? {
    var worst: ExitCode?
    var wasInterrupted = false
    let layout = TextLayout.script(console)
    let host = Host(isInterrupted: { Interrupt.isRaised })
    script.play(data: data, host: host, keepsGoing: keepGoing) { played in
      guard let result = played.result else { return true }
      for statement in result.statements { write(statement, file, played.cell, layout, console) }
      if result.wasInterrupted && played.overranSeconds == nil {
        wasInterrupted = true
        return false
      }
      if let fault = played.fault, fault.line == 0 {
        console.report(fault.error(in: played.cell, of: file))
      }
      let errors = result.statements.compactMap(\.diagnostic)
      let isError = errors.contains { $0.kind == .error }
      if played.fault?.isExpectation == true && !isError {
        worst = worst ?? ExitStatus.checkFailed
      } else if played.fault != nil {
        worst = ExitStatus.inError
      }
      return played.fault == nil || keepGoing
    }
    if wasInterrupted {
      console.output.flush()
      throw ExitStatus.interrupted
    }
    return worst
  }

  private func write(
    _ statement: StatementResult,
    _ file: String,
    _ cell: Cell,
    _ layout: TextLayout,
    _ console: Console
  ) {
    switch format {
    case .json:
      console.output.writeLine(statement.json(file: file, firstLine: cell.line))
    case .text:
      var layout = layout
      layout.precision = statement.precision
      // What readers of the lesson do not see is not printed; programs that read JSON get it all.
      if cell.words.isSetup || cell.words.isHidden { break }
      for output in statement.outputs { console.output.writeLine(output.styled(layout)) }
    }
    guard let diagnostic = statement.diagnostic else { return }
    if cell.words.fails {
      if format == .text, !cell.words.isSetup, !cell.words.isHidden {
        console.output.writeLine(diagnostic.styled(source: statement.cell))
      }
      return
    }
    console.report(diagnostic, in: statement, file: file, firstLine: cell.line)
  }
}

extension Console {
  /// Writes out what is left; output that nobody got is no success.
  func finish() throws {
    output.flush()
    if output.isBroken { throw ExitStatus.brokenPipe }
    if let failure = output.failure {
      report(LocatedError(failure))
      throw ExitStatus.cannotWrite
    }
  }

  func report(_ error: LocatedError) {
    output.flush()
    let text = StyledText(error.text)
    let columns = WindowSize.current(descriptor: errors.descriptor).columns
    errors.writeLine(errors.isTerminal ? text.wrapped(to: columns) : text)
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
