import Formulas
import Notebook
internal import Typesetting

/// What the shell says in the notebook and in a lesson alike.
enum WalkWords {
  static func unknown(_ line: String, in place: WalkCommand.Place) -> StyledText {
    let word = String(line.dropFirst().prefix { $0 != " " && $0 != "\n" })
    var text = StyledText("error: unknown command ':\(VisibleControls.visible(word))'\n", .bad)
    let names = WalkCommand.all(in: place).map(\.rawValue)
    var hint = ":help lists them"
    if let other = WalkCommand(rawValue: word), place == .notebook {
      hint = ":\(other.rawValue) is for lessons; :open LESSON opens one"
    } else if let near = Suggestion.nearest(to: word, among: names) {
      hint = "did you mean ':\(near)'?"
    }
    text.append("hint: " + hint + "\n", .hint)
    return text
  }

  static func list(in place: WalkCommand.Place) -> StyledText {
    var text = StyledText()
    let commands = WalkCommand.all(in: place)
    let width = commands.map { $0.usage(in: place).count }.max() ?? 0
    for command in commands {
      text.append("  " + DisplayWidth.padded(command.usage(in: place), to: width + 2), .keyword)
      text.append(command.summary(in: place) + "\n")
    }
    if place == .lesson { text.append("Enter runs a cell or goes on. ", .hint) }
    text.append("Everything else belongs to the notebook: help lists its commands.\n", .hint)
    if place == .notebook {
      text.append(
        "Alt-Enter begins a new row; Enter on an empty row hands in what is open. "
          + "What stands in ~/.config/descent/startup.descent is run at the start.\n",
        .hint
      )
    }
    return text
  }

  /// How many things `:undo` is to take back: one where nothing is said.
  static func count(_ argument: String) -> Int? {
    if argument.isEmpty { return 1 }
    guard let count = Int(argument), count > 0 else { return nil }
    return count
  }

  static func nothing(_ command: WalkCommand) -> String {
    command == .undo ? "There is nothing to take back." : "There is nothing to do again."
  }

  /// What a cell printed, ended by a line feed.
  static func printed(_ result: CellResult, _ layout: TextLayout) -> StyledText {
    var text = result.styled(layout)
    if !text.isEmpty && !text.plain.hasSuffix("\n") { text.append("\n") }
    return text
  }

  /// What came of a file's cells: all they printed, or how many statements there were and what went
  /// wrong.
  static func taken(
    _ played: [PlayedCell],
    of file: WalkFile,
    _ layout: TextLayout
  ) -> StyledText {
    var text = StyledText()
    for cell in played {
      guard let result = cell.result else { continue }
      let isSeen = file.isShown && !cell.cell.words.isSetup && !cell.cell.words.isHidden
      if isSeen || cell.fault != nil { text.append(printed(result, layout)) }
    }
    let name = VisibleControls.visibleInLine(file.name)
    let fault = played.last { $0.fault != nil }
    let done = played.compactMap(\.result?.statements).joined().filter { $0.diagnostic == nil }
    if let fault {
      let line = (fault.fault?.line ?? 0) + fault.cell.lines.lowerBound
      text.append("\(name) stopped in line \(line); what was done before is kept.\n", .bad)
    } else if done.isEmpty {
      text.append("There is nothing to run in \(name).\n", .hint)
    } else if !file.isShown {
      let word = done.count == 1 ? "statement" : "statements"
      text.append("Took in \(done.count) \(word) of \(name); :undo takes them back.\n", .hint)
    }
    return text
  }
}
