import ArgumentParser
import Formulas
import Lessons
import Notebook
import System
import Terminal
import Typesetting

/// `descent run`: scripts and lessons, without a terminal in between.
struct RunCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
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

  @Argument(
    help: "Scripts, lessons, or - for standard input, which a pipe is without it.",
    completion: .file()
  )
  var files: [String] = []

  @Option(help: "text, json (an object for each statement), or csv (tables only).")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "A table of your own beside the course's; FILE.csv alone is named by its stem.",
      valueName: "name=file.csv"
    ),
    completion: .file(extensions: ["csv"])
  )
  var data: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write every table (.csv) and picture (.svg) there, named by statement and kind.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var write: String?

  @Flag(help: "Go on after an error.")
  var keepGoing = false

  @OptionGroup var place: CourseOptions

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if files.isEmpty && !Stream.input.isRedirected {
      throw ValidationError("Missing expected argument '<files> ...'")
    }
  }

  func run() throws {
    let console = display.console
    let reader = LessonReader(renderer: .ofThisTool())
    let location = place.location(reader.renderer)
    let named = try place.course.map { path in
      try console.found { () throws(LocatedError) in try location.course(at: path) }
    }
    Interrupt.install()
    let writer = RunWriter(format, console)
    let tables = try data.map { words in
      try found(writer) { () throws(LocatedError) in try OwnTable.read(words) }
    }
    if let write { try writer.writeOutputs(to: write) }
    for file in files.isEmpty ? [Script.standardInput] : files {
      do {
        if file != Script.standardInput, let obstacle = InputFile.obstacle(file) {
          let hint = "descent lessons lists the course"
          writer.report(LocatedError(file: file, message: obstacle, hint: hint))
          throw ExitStatus.noInput
        }
        let script = try Script(path: file) { try location.lesson(at: $0, reader) }
        let folder = named?.directory ?? location.folderOfData(for: file)
        var data = try found(writer) { () throws(LocatedError) in
          try CourseData(directory: folder).store
        }
        for table in tables { data.add(table) }
        let host = Host(isInterrupted: { Interrupt.isRaised })
        try script.play(data: data, host: host, keepsGoing: keepGoing) { part in
          writer.write(part, of: file) && (keepGoing || writer.worst == nil)
        }
      } catch let error as LocatedError {
        writer.report(error)
        throw ExitStatus.inError
      } catch let faults as LessonFaults {
        for error in faults.errors { writer.report(error) }
        throw ExitStatus.inError
      }
      if writer.wasInterrupted {
        console.output.flush()
        throw ExitStatus.interrupted
      }
      if writer.hasFailed { throw ExitStatus.cannotWrite }
      if writer.isBroken || (writer.worst != nil && !keepGoing) { break }
    }
    try console.finish()
    if let worst = writer.worst { throw worst }
  }
}

extension RunCommand {
  /// What stands at a place; where there is nothing that can be read, the tool ends.
  private func found<Value>(
    _ writer: RunWriter,
    _ look: () throws(LocatedError) -> Value
  ) throws -> Value {
    do throws(LocatedError) {
      return try look()
    } catch {
      writer.report(error)
      throw error.position == nil ? ExitStatus.noInput : ExitStatus.inError
    }
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
    let position = statement.position
    errors.write("\(file):\(firstLine + position.line - 1):\(position.column): ", .strong)
    errors.writeLine(diagnostic.styled(source: statement.cell))
  }
}
