import System

/// The parent's side: Markdown to a tree by a supervised child, which is started when first
/// wanted and again after it failed.
///
/// A hang or an abort becomes an error of that one lesson.
package final class MarkdownRenderer {
  /// The tool itself, with its hidden subcommand.
  package static let hiddenSubcommand = "__markdown"
  /// Processor time for a lesson, in milliseconds.
  package static let milliseconds = 2000

  private let program: String
  private let arguments: [String]
  /// How long an answer may take in all; a loaded machine is no failure.
  private let patience: Int
  private var worker: WorkerProcess?

  package init(
    program: String,
    arguments: [String] = [MarkdownRenderer.hiddenSubcommand],
    patience: Int = 60_000
  ) {
    self.program = program
    self.arguments = arguments
    self.patience = patience
  }

  /// A renderer that starts the running program again.
  package static func ofThisTool() -> MarkdownRenderer {
    MarkdownRenderer(program: ThisProgram.name)
  }

  /// Starts the child now, so that it is ready when the first lesson has been read from disk.
  package func prepare() {
    if worker == nil { worker = try? WorkerProcess(program: program, arguments: arguments) }
  }

  package func parse(_ source: LessonSource) throws(LocatedError) -> MarkdownTree {
    try encodedTree(source).tree
  }

  /// The tree, and the child's answer that it was read from.
  func encodedTree(_ source: LessonSource) throws(LocatedError) -> (
    tree: MarkdownTree, encoded: ArraySlice<UInt8>
  ) {
    let reply = try reply(to: source.body, file: source.path)
    switch MarkdownWorker.Status(rawValue: reply[0]) {
    case .tree:
      var reader = WireReader(reply[1...])
      if let tree = reader.tree() { return (tree, reply[1...]) }
    case .tooDeep:
      throw LocatedError(
        file: source.path,
        message: "lists, quotes or emphasis more than \(MarkdownDocument.depthLimit) deep"
      )
    case .tooLarge:
      throw LocatedError(
        file: source.path,
        message: "rendering grew larger than the limit",
        hint: "long link definitions used many times make a page grow"
      )
    case nil:
      break
    }
    worker = nil
    throw LocatedError(file: source.path, message: "rendering failed: the answer makes no sense")
  }
}

extension MarkdownRenderer {
  private func reply(to markdown: [UInt8], file: String) throws(LocatedError) -> [UInt8] {
    var failure: WorkerProcess.Failure
    do throws(WorkerProcess.Failure) {
      return try exchange(markdown)
    } catch {
      failure = error
    }
    // Whoever ended the child, it was no fault of this lesson: ask a fresh one, once.
    if case .wasLost = failure {
      do throws(WorkerProcess.Failure) {
        return try exchange(markdown)
      } catch {
        failure = error
      }
    }
    throw self.error(failure, file)
  }

  private func exchange(_ markdown: [UInt8]) throws(WorkerProcess.Failure) -> [UInt8] {
    let child: WorkerProcess
    if let worker {
      child = worker
    } else {
      child = try WorkerProcess(program: program, arguments: arguments)
    }
    worker = nil
    let reply = try child.exchange(markdown, milliseconds: patience)
    worker = child
    return reply
  }

  private func error(_ failure: WorkerProcess.Failure, _ file: String) -> LocatedError {
    switch failure {
    case .tookTooLong:
      return LocatedError(
        file: file,
        message: "rendering took longer than \(Self.milliseconds / 1000) s",
        hint: "split the lesson, or simplify its tables, links and nesting"
      )
    case .neededTooMuch:
      return LocatedError(
        file: file,
        message: "rendering failed: this Markdown needs more than it may",
        hint: "split the lesson, or simplify its tables, links and nesting"
      )
    case .wasLost(let how):
      return LocatedError(
        file: file,
        message: "rendering failed: the process that reads Markdown \(how)",
        hint: "try again; the system ends processes where memory is short"
      )
    case .answeredNonsense:
      return LocatedError(file: file, message: "rendering failed: the answer makes no sense")
    case .cannotStart(let reason):
      return LocatedError(file: file, message: "rendering cannot start: '\(program)' \(reason)")
    }
  }
}
