/// A command of the system's shell that is fed a text.
package enum PipedCommand {
  /// False where it could not be run.
  package static func run(_ command: String, with text: String) -> Bool {
    let isNotFound: Int32 = 127 << 8
    guard let status = ProcessCall.feed(text.utf8, to: command) else { return false }
    return status != isNotFound
  }

  /// Sets a variable of the commands run from here on, unless it is set.
  package static func setDefault(_ variable: String, _ value: String) {
    ProcessCall.setDefault(variable, value)
  }
}
