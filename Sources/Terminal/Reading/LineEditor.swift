import CEdit
package import System
package import Typesetting

/// Reads entries from the user: with history, completion, hints, colours and several rows where
/// the terminal can do that, line by line where it cannot.
///
/// The closures are asked while the user types, so they must be quick; they see the entry as plain
/// text. One editor at a time: it owns standard input and the terminal while it reads.
@MainActor
package final class LineEditor {
  package enum Input: Equatable, Sendable {
    /// An entry, possibly of several rows, without the last line feed; empty for a mere Enter.
    case line(String)
    /// ^C: what was typed is gone.
    case interrupted
    /// ^D on an empty line, or the end of a file or pipe.
    case endOfInput
  }

  /// What stands before the text.
  ///
  /// Rows above the last are written once, before reading.
  package var prompt = StyledText("> ")
  /// What waits above the prompt, such as a cell of a lesson: shown again when ^L clears the screen.
  package var pending: () -> StyledText = { StyledText() }
  /// Further prompts that are removed from a pasted transcript.
  package var transcriptPrompts: [String] = []
  /// What could stand at the cursor (a UTF-8 offset in the text).
  package var candidates: (_ text: String, _ cursor: Int) -> [Candidate] = { _, _ in [] }
  /// A faint suggestion behind the text, shown when the cursor is at its end.
  package var hint: (_ text: String) -> String? = { _ in nil }
  /// The same text in colours; ignored where its plain form differs.
  package var highlighted: (_ text: String) -> StyledText = { StyledText($0) }
  /// False for an entry that goes on in the next row.
  ///
  /// A row that begins with ':' always ends it.
  package var isComplete: (_ text: String) -> Bool = { _ in true }

  /// What the last entry left unfinished for the command in its last row.
  package private(set) var abandoned: String?

  let output: TerminalOutput
  private let errors: TerminalOutput
  let history: HistoryFile
  var handle: EditorHandle?
  private var plain = PlainReader(descriptor: Stream.input.descriptor)
  private var latest: String?
  private var isHistoryLoaded = false

  package init(
    program: String = "descent",
    console: Console,
    history: HistoryFile = .standard(),
    environment: Environment = .process
  ) {
    output = console.output
    errors = console.errors
    self.history = history
    Interrupt.install()
    guard Stream.input.isTerminal, Stream.output.isTerminal, environment.hasCapableTerminal
    else { return }
    handle = EditorHandle(
      program: program,
      context: Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// Whether the full editor is at work, not the plain reader.
  package var isEditing: Bool { handle != nil }

  package func read() -> Input {
    output.flush()
    guard let handle else { return readPlainly() }
    usePrompt(handle)
    switch cedit_read(handle.pointer) {
    case .line:
      let text = handle.text
      var entry = text.before + text.after
      if entry.hasSuffix("\n") { entry.removeLast() }
      return accept(entry)
    case .interrupted:
      output.writeLine("^C", .faint)
      return .interrupted
    case .endOfInput:
      output.writeLine()
      return .endOfInput
    }
  }
}

extension LineEditor {
  /// Reads the former sessions' entries, once, when the first prompt is already on the screen.
  func loadHistory() {
    if isHistoryLoaded { return }
    isHistoryLoaded = true
    guard let handle else { return }
    cedit_history_limit(handle.pointer, Int32(history.limit))
    for entry in history.load() { cedit_history_add(handle.pointer, entry) }
  }

  /// Puts an entry where the up arrow finds it, for this run only.
  package func offer(_ entry: String) {
    loadHistory()
    if let handle { cedit_history_add(handle.pointer, entry) }
  }

  private func usePrompt(_ handle: EditorHandle) {
    let rows = prompt.rows
    let columns = WindowSize.current(descriptor: output.descriptor).columns
    for row in rows.dropLast() { output.writeLine(row.wrapped(to: columns)) }
    let last = rows.last ?? StyledText()
    cedit_set_prompt(
      handle.pointer,
      VisibleControls.visible(last.plain),
      output.styles.dressed(last)
    )
  }

  private func accept(_ text: String) -> Input {
    let (entry, abandoned) = Entry.submitted(text, isComplete: isComplete)
    self.abandoned = abandoned
    if let abandoned { keep(abandoned) }
    keep(entry)
    return .line(entry)
  }

  /// Puts an entry in the history, here and on the disk.
  ///
  /// A leading blank asks not to be remembered; the same entry twice in a row is kept once.
  package func keep(_ entry: String) {
    guard !entry.isEmpty, !entry.hasPrefix(" "), entry != latest else { return }
    latest = entry
    if let handle { cedit_history_add(handle.pointer, entry) }
    history.append(entry)
  }

  /// Without an editor: the prompt goes where the user sees it, and only if there is one.
  ///
  /// The terminal itself echoes what is typed, ^C too.
  private func readPlainly() -> Input {
    let screen = output.isTerminal ? output : errors
    let asks = Stream.input.isTerminal && screen.isTerminal
    var entry: String?
    while true {
      if asks { screen.write(entry == nil ? prompt : StyledText("... ")) }
      switch plain.next() {
      case .interrupted:
        Interrupt.take()
        if asks { screen.writeLine() }
        return .interrupted
      case .end:
        if asks { screen.writeLine() }
        return entry.map(Input.line) ?? .endOfInput
      case .text(let line):
        let text = entry.map { $0 + "\n" + line } ?? line
        if Entry.command(in: text) != nil || isComplete(text) {
          return .line(Entry.submitted(text, isComplete: isComplete).entry)
        }
        entry = text
      }
    }
  }
}
