import CEdit
package import System
package import Typesetting

/// Shows a long text a screen at a time, so that its beginning does not scroll away.
///
/// Only where somebody sits in front of it: a script, a pipe and a text that fits are just
/// written. $PAGER is used where it is set (with LESS=FRX, so that less keeps colours and leaves
/// the text on the screen), else the few keys below.
package struct Pager {
  /// What is asked between two pages, in one row.
  package static func question(columns: Int) -> String {
    columns > 48
      ? "-- more: space a page, enter a row, q the end --" : "-- more: space, enter, q --"
  }

  enum Answer: Equatable {
    case page, row, stop

    init(key: Int32) {
      switch key {
      case 0x0A, 0x0D, 0x6A: self = .row  // enter, j
      case -1, 0x03, 0x04, 0x1B, 0x51, 0x71: self = .stop  // ^C, ^D, escape, Q, q
      default: self = .page
      }
    }
  }

  private let console: Console
  private let environment: Environment

  package init(console: Console, environment: Environment = .process) {
    self.console = console
    self.environment = environment
  }

  package func show(_ text: StyledText) {
    let output = console.output
    let size = WindowSize.current(descriptor: output.descriptor, environment: environment)
    let text = console.isInteractive ? text.wrapped(to: size.columns) : text
    guard console.isInteractive, environment.hasCapableTerminal,
      Self.height(of: text, columns: size.columns) >= size.rows
    else { return output.write(text) }
    output.flush()
    if let command = environment["PAGER"], command != "cat" {
      if pipe(output.styles.dressed(text), to: command) { return }
    }
    page(text, size: size, to: output)
  }

  /// The rows of the screen a text takes, long lines wrapped.
  package static func height(of text: StyledText, columns: Int) -> Int {
    var rows = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
    if rows.last == "" { rows.removeLast() }
    var height = 0
    for row in rows {
      let width = DisplayWidth.columns(VisibleControls.visible(String(row)))
      height += max(1, (width + columns - 1) / max(1, columns))
    }
    return height
  }
}

extension Pager {
  private func page(_ text: StyledText, size: WindowSize, to output: TerminalOutput) {
    var rows = text.rows
    if rows.last?.isEmpty == true { rows.removeLast() }
    let page = size.rows - 1
    var room = page
    for block in Self.blocks(rows) {
      let whole = block.reduce(0) { $0 + max(1, Self.height(of: $1, columns: size.columns)) }
      // A block that is higher than a page is cut where the page ends.
      for part in whole <= page ? [block] : block.map({ [$0] }) {
        let height = part.reduce(0) { $0 + max(1, Self.height(of: $1, columns: size.columns)) }
        if room < height {
          output.write(Self.question(columns: size.columns), .faint)
          let answer = Answer(key: cedit_read_key(Stream.input.descriptor))
          output.put("\r\u{1B}[K")
          switch answer {
          case .page: room = page
          case .row: room = height
          case .stop:
            Interrupt.take()
            return
          }
        }
        for row in part { output.writeLine(row) }
        room -= height
      }
    }
  }

  /// Rows that belong together, such as those of a fraction or of a picture.
  package static func blocks(_ rows: [StyledText]) -> [[StyledText]] {
    var blocks: [[StyledText]] = []
    var wasJoint = false
    for row in rows {
      let text = row.plain
      let isJoint = text.unicodeScalars.contains { joints.contains($0) } || text.contains("---")
      if let last = blocks.indices.last, wasJoint || isJoint, !text.isEmpty,
        blocks[last].last?.isEmpty == false
      {
        blocks[last].append(row)
      } else {
        blocks.append([row])
      }
      wasJoint = isJoint
    }
    return blocks
  }

  /// The bars of fractions, the fences of matrices, large operators, and the frames of pictures.
  private static let joints: Set<Unicode.Scalar> = [
    "─", "│", "┤", "├", "└", "┴", "┬", "┼", "═", "⎛", "⎜", "⎝", "⎡", "⎢", "⎣", "⎧", "⎨", "⎩", "⎪",
    "∑", "∏", "∫",
  ]

  /// Feeds a command; false when it could not be run.
  private func pipe(_ text: String, to command: String) -> Bool {
    PipedCommand.setDefault("LESS", "FRX")
    let isShown = PipedCommand.run(command, with: text)
    Interrupt.take()
    return isShown
  }
}
