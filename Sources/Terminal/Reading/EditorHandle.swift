import CEdit

/// Owns the C editor; closes it when the last reference goes.
final class EditorHandle {
  let pointer: OpaquePointer

  /// `context` must live as long as the handle.
  init?(program: String, context: UnsafeMutableRawPointer) {
    var callbacks = CEditCallbacks(
      context: context,
      complete: { context in
        LineEditor.answer(context) { $0.complete() }
      },
      enter: { context in
        LineEditor.answer(context) { $0.enter() }
      },
      paste: { context, text in
        let pasted = text.map { String(cString: $0) } ?? ""
        return LineEditor.answer(context) { $0.paste(pasted) }
      },
      clear: { context in
        _ = LineEditor.answer(context) { editor in
          editor.showPending()
          return CEditAction.none
        }
      },
      paint: { context, moreKeysWait in
        _ = LineEditor.answer(context) { editor in
          if !moreKeysWait { editor.paint() }
          editor.loadHistory()
          return CEditAction.none
        }
      }
    )
    guard let editor = cedit_open(program, &callbacks) else { return nil }
    pointer = editor
  }

  deinit {
    cedit_close(pointer)
  }

  /// The text being edited, before and after the cursor.
  var text: (before: String, after: String) {
    var length = 0
    var cursor = 0
    guard let start = cedit_text(pointer, &length, &cursor) else { return ("", "") }
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    return (
      String(decoding: bytes[..<cursor], as: UTF8.self),
      String(decoding: bytes[cursor...], as: UTF8.self)
    )
  }
}
