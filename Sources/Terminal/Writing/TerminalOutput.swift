package import System
package import Typesetting

/// The one writer to standard output and standard error.
///
/// Text is filtered (control characters made visible), dressed in the stream's colours and
/// buffered: a terminal and standard error see every write at once, a pipe or a file in large
/// pieces, so the tool calls `flush()` before it ends. A write that fails is remembered in
/// `failure` and ends all further writing; nothing is thrown at every `write`.
package final class TerminalOutput {
  package let descriptor: Int32
  package let isTerminal: Bool
  package let styles: StyleTable
  /// Why a write failed, if one did.
  package private(set) var failure: SystemError?

  private var buffer: [UInt8] = []
  private let capacity: Int
  /// Written out first, so that an error stands below the output it follows.
  private let predecessor: TerminalOutput?

  package init(
    descriptor: Int32,
    isTerminal: Bool,
    depth: ColourDepth,
    background: Background = .any,
    isBuffered: Bool,
    after predecessor: TerminalOutput? = nil
  ) {
    self.descriptor = descriptor
    self.isTerminal = isTerminal
    styles = StyleTable(depth: depth, background: background)
    capacity = isBuffered ? 1 << 16 : 0
    self.predecessor = predecessor
  }

  /// Whether the reader has gone away (`descent ... | head`).
  ///
  /// Only seen where the tool ignores SIGPIPE; else the system has quietly ended the process, which
  /// shells call exit code 141.
  package var isBroken: Bool { failure?.isBrokenPipe == true }

  package func write(_ text: StyledText) {
    put(styles.dressed(text))
  }

  package func write(_ text: String, _ style: TextStyle = .plain) {
    put(styles.dressed(StyledText(text, style)))
  }

  package func writeLine(_ text: String = "", _ style: TextStyle = .plain) {
    put(styles.dressed(StyledText(text, style)) + "\n")
  }

  package func writeLine(_ text: StyledText) {
    put(styles.dressed(text) + "\n")
  }

  /// Text in which nothing needs the filter: JSON, which escapes it.
  package func write(escaped bytes: [UInt8]) {
    if failure != nil { return }
    buffer.append(contentsOf: bytes)
    if buffer.count > capacity { flush() }
  }

  package func flush() {
    predecessor?.flush()
    guard !buffer.isEmpty else { return }
    if failure == nil {
      do {
        try Stream(descriptor: descriptor).write(buffer)
      } catch {
        failure = error
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// For this module's own cursor movements; never for text of others.
  func put(_ trusted: String) {
    if failure != nil { return }
    buffer.append(contentsOf: trusted.utf8)
    if buffer.count > capacity { flush() }
  }
}
