import ArgumentParser
import Formulas
import Lessons
import Notebook
import System
import Terminal

/// What `run` makes of what was played: text or JSON, written as soon as it is there, and how the
/// tool ends.
final class RunWriter {
  private let format: RunCommand.Format
  private let console: Console
  private let layout: TextLayout
  private var json: JSONWriter
  /// Nil where all went well, 1 after an expectation that did not hold, 2 after an error.
  private(set) var worst: ExitCode?
  private(set) var wasInterrupted = false
  /// Something could not be written into the folder for it.
  private(set) var hasFailed = false
  private var folder: OutputFolder?
  private var hasTable = false

  init(_ format: RunCommand.Format, _ console: Console) {
    self.format = format
    self.console = console
    layout = TextLayout.script(console)
    json = JSONWriter { console.output.write(escaped: $0) }
  }

  /// From here on tables and pictures go into a folder as well.
  func writeOutputs(to path: String) throws {
    do throws(SystemError) {
      folder = try OutputFolder(path)
    } catch {
      report(LocatedError(error))
      throw ExitStatus.cannotWrite
    }
  }

  /// Nobody gets what is written any more.
  var isBroken: Bool { console.output.failure != nil }

  /// Writes what there is to be seen; false where nothing more can be.
  func write(_ part: PlayedPart.Kind, of file: String) -> Bool {
    switch part {
    case .statement(let result, let cell): write(result, of: cell, in: file)
    case .cell(let played): judge(played, in: file)
    default: break
    }
    console.output.flush()
    return !wasInterrupted && !isBroken && !hasFailed
  }

  private func judge(_ played: PlayedCell, in file: String) {
    guard let result = played.result else { return }
    if result.wasInterrupted && played.overranSeconds == nil {
      wasInterrupted = true
    } else if let fault = played.fault, fault.line == 0 {
      report(fault.error(in: played.cell, of: file))
      worst = ExitStatus.inError
    }
  }

  private func write(_ statement: StatementResult, of cell: Cell, in file: String) {
    // What readers of the lesson do not see is not printed; programs that read JSON get it all.
    let isSeen = format == .json || !(cell.words.isSetup || cell.words.isHidden)
    do throws(SystemError) {
      try folder?.write(statement)
    } catch {
      hasFailed = true
      report(LocatedError(error))
    }
    switch format {
    case .csv:
      for case .table(let table) in isSeen ? statement.outputs : [] {
        if hasTable { console.output.writeLine() }
        hasTable = true
        table.csv { console.output.write(escaped: $0) }
      }
    case .json:
      statement.write(to: &json, file: file, firstLine: cell.line)
      json.endLine()
      json.finish()
    case .text:
      var layout = layout
      layout.precision = statement.precision
      if isSeen {
        for output in statement.outputs { console.output.writeLine(output.styled(layout)) }
      }
    }
    guard let diagnostic = statement.diagnostic else { return }
    if cell.words.fails {
      if format == .text, isSeen {
        console.output.writeLine(diagnostic.styled(source: statement.cell))
      }
      return
    }
    console.report(diagnostic, in: statement, file: file, firstLine: cell.line)
    if diagnostic.kind == .error {
      worst = ExitStatus.inError
    } else {
      worst = worst ?? ExitStatus.checkFailed
    }
  }

  /// An error of a file and not of a statement.
  func report(_ error: LocatedError) {
    if format == .json {
      json.object { writer in
        writer.member("file", error.file)
        writer.member("error") { writer in
          writer.object { writer in
            writer.member("message", error.message)
            if let hint = error.hint { writer.member("hint", hint) }
            if let position = error.position {
              writer.member("line", json: "\(position.line)")
              writer.member("column", json: "\(position.column)")
            }
          }
        }
      }
      json.endLine()
      json.finish()
    }
    console.report(error)
  }
}
