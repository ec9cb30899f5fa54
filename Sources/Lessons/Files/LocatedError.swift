import Typesetting

/// What is wrong with a lesson, a file or an option, and where; shown as
/// `file:line:column: error: message` and a hint.
package struct LocatedError: Error, Hashable, Sendable {
  package var file: String
  package var position: SourcePosition?
  package var message: String
  package var hint: String?
  /// Nothing fails for it.
  package var isWarning: Bool

  package init(
    file: String,
    position: SourcePosition? = nil,
    message: String,
    hint: String? = nil,
    isWarning: Bool = false
  ) {
    self.file = file
    self.position = position
    self.message = message
    self.hint = hint
    self.isWarning = isWarning
  }

  package var text: String {
    var text = file
    if let position { text += ":\(position.line):\(position.column)" }
    text += (isWarning ? ": warning: " : ": error: ") + message
    // A file's name may hold anything, line feeds too.
    text = VisibleControls.visibleInLine(text)
    if let hint { text += "\nhint: " + VisibleControls.visibleInLine(hint) }
    return text
  }
}

extension LocatedError: CustomStringConvertible {
  package var description: String { text }
}
