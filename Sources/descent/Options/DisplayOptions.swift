import ArgumentParser
import Notebook
import Plots
import Terminal

/// How the tool writes: colour and signs.
struct DisplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("When to use colour: auto, always or never.", valueName: "when"))
  var color = ColourChoice.auto

  @Flag(help: "Use ASCII signs only.")
  var ascii = false

  var console: Console { Console(colour: color, ascii: ascii) }
}

extension ColourChoice: ExpressibleByArgument {}

extension TextLayout {
  /// What a script and a lesson are written in: 80 columns, pictures in colour where there is some.
  static func script(_ console: Console) -> TextLayout {
    TextLayout(
      symbols: console.prefersASCII ? .ascii : .unicode,
      hasColour: console.output.styles.depth >= .indexed
    )
  }

  /// The pager goes through so many; who wants more takes `every N` or JSON.
  private static let pagedTableRows = 2000

  /// Those of the terminal, as far as text still reads well.
  static var columns: Int { min(max(WindowSize.current().columns, 40), 100) }

  /// For the shell; asked before each line, for the window may have changed.
  static func shell(_ console: Console) -> TextLayout {
    let size = WindowSize.current()
    return TextLayout(
      width: columns,
      plotHeight: max(8, min(24, size.rows * 3 / 5)),
      tableRows: pagedTableRows,
      symbols: console.prefersASCII ? .ascii : .unicode,
      hasColour: console.output.styles.depth >= .indexed
    )
  }
}
