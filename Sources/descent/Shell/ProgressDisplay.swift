import Notebook
import Terminal

/// The bar that a long statement shows on the terminal's standard error.
@MainActor
enum ProgressDisplay {
  private static var bar: ProgressBar?
  /// Where it is drawn; set when the shell opens.
  static var console: Console?

  static func update(_ progress: Host.Progress) {
    if bar == nil, let console {
      bar = ProgressBar(progress.unit, total: progress.total, console: console)
    }
    bar?.update(progress.done)
  }

  static func finish() {
    bar?.finish()
    bar = nil
  }
}

extension Host {
  /// The shell's host: interrupts, and the bar.
  ///
  /// Statements run on the main thread, where the shell
  /// reads.
  static let interactive = Host(
    isInterrupted: { Interrupt.isRaised },
    progress: { progress in MainActor.assumeIsolated { ProgressDisplay.update(progress) } },
    columns: { TextLayout.columns }
  )
}
