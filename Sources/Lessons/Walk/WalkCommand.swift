/// The commands of the walk: a colon, so that plain words belong to the notebook.
package enum WalkCommand: String, CaseIterable, Sendable {
  case next, prev, run, hint, solution, skip, open, play, undo, reset, toc, progress, save, help
  case quit

  /// What may stand behind a command.
  package enum Operand: Sendable {
    case statement, step, file
  }

  package var operand: Operand? {
    switch self {
    case .run: .statement
    case .toc: .step
    case .save: .file
    default: nil
    }
  }

  var usage: String {
    switch operand {
    case .statement?: ":\(rawValue) [STATEMENT]"
    case .step?: ":\(rawValue) [N]"
    case .file?: ":\(rawValue) FILE"
    case nil: ":\(rawValue)"
    }
  }

  package var summary: String {
    switch self {
    case .next: "the next step"
    case .prev: "the step before"
    case .run: "run the cell, as Enter does; or one statement without judging it"
    case .hint: "one more hint"
    case .solution: "the solution, after the hints or three tries"
    case .skip: "show the answer and go on"
    case .open: "open what is folded"
    case .play: "try things on a copy; :play again comes back"
    case .undo: "take back the last statement or cell"
    case .reset: "begin this step again"
    case .toc: "the steps; with a number go to one"
    case .progress: "what is done"
    case .save: "write your session as a lesson"
    case .help: "this list"
    case .quit: "leave; progress is kept"
    }
  }

  /// The command a line is, with what follows it; nil for an unknown one.
  static func read(_ line: String) -> (command: WalkCommand, argument: String)? {
    let text = line.drop { $0 == " " }.dropFirst()
    let word = String(text.prefix { $0 != " " && $0 != "\n" })
    var argument = text.dropFirst(word.count).drop { $0 == " " }
    while argument.last == " " { argument.removeLast() }
    let matches = allCases.filter { $0.rawValue.hasPrefix(word) }
    if let exact = allCases.first(where: { $0.rawValue == word }) {
      return (exact, String(argument))
    }
    // `:n`, `:sol`: a beginning that fits one command only.
    guard !word.isEmpty, matches.count == 1 else { return nil }
    return (matches[0], String(argument))
  }
}
