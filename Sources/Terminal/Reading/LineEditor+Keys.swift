import CEdit
import Typesetting

/// What the C editor asks while a line is being typed.
extension LineEditor {
  /// Takes a callback to its editor.
  ///
  /// libedit runs on the thread that called `read()`, which is the main actor's; the address
  /// crosses as a number because a raw pointer is not Sendable.
  nonisolated static func answer(
    _ context: UnsafeMutableRawPointer?,
    _ body: @MainActor (LineEditor) -> CEditAction
  ) -> CEditAction {
    let address = UInt(bitPattern: context)
    return MainActor.assumeIsolated {
      guard let context = UnsafeRawPointer(bitPattern: address) else { return CEditAction.none }
      return body(Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue())
    }
  }

  func enter() -> CEditAction {
    guard let handle else { return CEditAction.none }
    let text = handle.text
    let entry = text.before + text.after
    switch Entry.enter(text: entry, before: text.before, isComplete: isComplete) {
    case .submit: return CEditAction.submit
    case .newRow(let row): return insert(row, handle)
    }
  }

  func paste(_ pasted: String) -> CEditAction {
    guard let handle else { return CEditAction.none }
    let prompts = transcriptPrompts + [prompt.rows.last?.plain ?? ""]
    let entry = Transcript.entry(fromPasted: pasted, prompts: prompts, isComplete: isComplete)
    return insert(entry, handle)
  }

  func complete() -> CEditAction {
    guard let handle else { return CEditAction.none }
    let text = handle.text
    let found = candidates(text.before + text.after, text.before.utf8.count)
    switch Completion(found, before: text.before, after: text.after) {
    case .nothing:
      return CEditAction.beep
    case .replace(let deleting, let inserting):
      if deleting > 0 { cedit_delete_before(handle.pointer, Int32(deleting)) }
      return insert(inserting, handle)
    case .list:
      list(found, handle)
      return CEditAction.redisplay
    }
  }

  /// What is to be seen above the entry once the screen was cleared.
  func showPending() {
    guard let handle else { return }
    for row in (pending() + StyledText("\n")).lines + prompt.rows.dropLast() where !row.isEmpty {
      cedit_write(handle.pointer, output.styles.dressed(row) + "\r\n")
    }
  }

  func paint() {
    guard let handle else { return }
    let text = handle.text
    let entry = text.before + text.after
    var coloured: String?
    // What the filter would change (a bidirectional control, a tab) stands on the screen in
    // libedit's own form: leave it there.
    if output.styles.depth != .none, !isSearching(entry), VisibleControls.visible(entry) == entry,
      !entry.utf8.contains(0x09)
    {
      let styled = highlighted(entry)
      if styled.plain == entry { coloured = output.styles.dressed(styled) }
    }
    guard text.after.isEmpty, !entry.isEmpty, let code = output.styles.code(for: .hint),
      let shown = hint(entry)?.split(separator: "\n").first
    else {
      cedit_paint(handle.pointer, coloured, nil, nil, nil)
      return
    }
    let ghost = VisibleControls.visible(String(shown))
    cedit_paint(handle.pointer, coloured, "\u{1B}[" + code + "m", ghost, "\u{1B}[0m")
  }
}

extension LineEditor {
  private func insert(_ text: String, _ handle: EditorHandle) -> CEditAction {
    if text.isEmpty { return CEditAction.none }
    return cedit_insert(handle.pointer, text) ? CEditAction.refresh : CEditAction.beep
  }

  /// Whether libedit shows its search (`bck:pattern`) as a second row of the text.
  private func isSearching(_ entry: String) -> Bool {
    guard let row = entry.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().last
    else { return false }
    return row.hasPrefix("bck") || row.hasPrefix("fwd")
  }

  /// Writes the candidates below the entry, a screen at a time.
  private func list(_ found: [Candidate], _ handle: EditorHandle) {
    let size = WindowSize.current(descriptor: output.descriptor)
    cedit_begin_listing(handle.pointer)
    var room = max(1, size.rows - 1)
    for row in Completion.listing(found, columns: size.columns) {
      if room == 0 {
        let question = StyledText(Pager.question(columns: size.columns), .faint)
        cedit_write(handle.pointer, output.styles.dressed(question))
        let key = cedit_wait_for_key(handle.pointer)
        cedit_write(handle.pointer, "\r\u{1B}[K")
        switch Pager.Answer(key: key) {
        case .page: room = max(1, size.rows - 1)
        case .row: room = 1
        case .stop: return cedit_end_listing(handle.pointer)
        }
      }
      cedit_write(handle.pointer, output.styles.dressed(row) + "\r\n")
      room -= 1
    }
    cedit_end_listing(handle.pointer)
  }
}
