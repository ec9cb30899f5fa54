import CEdit

/// ^C as a flag that a running computation looks at between two steps.
///
/// Once `install()` was called, ^C never ends the process by itself: the handler, in C, sets the
/// flag and returns. Reading a line clears it.
package enum Interrupt {
  package static func install() {
    cedit_catch_interrupts()
  }

  package static var isRaised: Bool { cedit_is_interrupted() }

  /// Whether it was raised; lowers it.
  @discardableResult
  package static func take() -> Bool {
    cedit_take_interrupt()
  }
}
