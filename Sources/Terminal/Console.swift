#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Standard output and standard error, each dressed by what it is connected to.
package struct Console {
  package let output: TerminalOutput
  package let errors: TerminalOutput
  /// Plots and formulas shall use ASCII only: asked for with `--ascii`, or all that the terminal
  /// and the locale can show.
  package let prefersASCII: Bool
  /// Both ends are a terminal: prompts, pages and questions make sense.
  package let isInteractive: Bool

  package init(
    colour: ColourChoice = .auto,
    ascii: Bool = false,
    environment: Environment = .process
  ) {
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    let isErrorTerminal = isatty(STDERR_FILENO) == 1
    output = TerminalOutput(
      descriptor: STDOUT_FILENO,
      isTerminal: isOutputTerminal,
      depth: ColourDepth(
        choice: colour,
        environment: environment,
        isTerminal: isOutputTerminal
      ),
      isBuffered: !isOutputTerminal
    )
    errors = TerminalOutput(
      descriptor: STDERR_FILENO,
      isTerminal: isErrorTerminal,
      depth: ColourDepth(choice: colour, environment: environment, isTerminal: isErrorTerminal),
      isBuffered: false,
      after: output
    )
    prefersASCII =
      ascii || !environment.isUTF8 || (isOutputTerminal && !environment.hasCapableTerminal)
    isInteractive = isOutputTerminal && isatty(STDIN_FILENO) == 1
  }
}
