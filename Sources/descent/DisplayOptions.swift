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
}
