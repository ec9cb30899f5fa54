package import System

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
    let isOutputTerminal = Stream.output.isTerminal
    let isErrorTerminal = Stream.errors.isTerminal
    let depth = ColourDepth(
      choice: colour,
      environment: environment,
      isTerminal: isOutputTerminal
    )
    let errorDepth = ColourDepth(
      choice: colour,
      environment: environment,
      isTerminal: isErrorTerminal
    )
    let asksForColour =
      colour == .always || environment["FORCE_COLOR"] != nil
      || environment["CLICOLOR_FORCE"] != nil
    // Who asks for colour where there are sixteen takes the terminal's own as they are.
    let background = { (depth: ColourDepth) in
      depth == .sixteen && asksForColour ? Background.dark : environment.background
    }
    output = TerminalOutput(
      descriptor: Stream.output.descriptor,
      isTerminal: isOutputTerminal,
      depth: depth,
      background: background(depth),
      isBuffered: !isOutputTerminal
    )
    errors = TerminalOutput(
      descriptor: Stream.errors.descriptor,
      isTerminal: isErrorTerminal,
      depth: errorDepth,
      background: background(errorDepth),
      isBuffered: false,
      after: output
    )
    prefersASCII =
      ascii || !environment.isUTF8 || (isOutputTerminal && !environment.hasCapableTerminal)
    isInteractive = isOutputTerminal && Stream.input.isTerminal
  }
}
