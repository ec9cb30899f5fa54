/// The commands of the shell: a colon, so that plain words belong to the notebook.
package enum WalkCommand: String, CaseIterable, Sendable {
  case next, prev, run, hint, solution, skip, open, back, lessons, play, undo, redo, reset, toc
  case progress, edit, save, load, data, write, help, quit

  /// Where one is: the notebook that belongs to no lesson, or a lesson.
  package enum Place: Sendable {
    case notebook, lesson
  }

  /// What may stand behind a command.
  package enum Operand: Sendable {
    case statement, step, file, lesson, count
  }

  /// Those that there are in a place.
  package static func all(in place: Place) -> [WalkCommand] {
    allCases.filter { place == .lesson ? $0 != .data : $0.isOfNotebook }
  }

  private var isOfNotebook: Bool {
    switch self {
    case .next, .prev, .hint, .solution, .skip, .back, .play, .reset, .progress: false
    case .run, .open, .lessons, .undo, .redo, .toc, .edit, .save, .load, .data, .write, .help,
      .quit:
      true
    }
  }

  package func operand(in place: Place) -> Operand? {
    switch self {
    case .run: place == .lesson ? .statement : .file
    case .toc: place == .lesson ? .step : nil
    case .save, .load, .data, .write: .file
    case .open: .lesson
    case .undo, .redo: .count
    default: nil
    }
  }

  func usage(in place: Place) -> String {
    let word = ":" + rawValue
    switch (self, place) {
    case (.run, .lesson): return word + " [STATEMENT]"
    case (.open, .lesson): return word + " [LESSON]"
    default: break
    }
    switch operand(in: place) {
    case .statement?: return word + " STATEMENT"
    case .step?, .count?: return word + " [N]"
    case .file?: return word + " FILE"
    case .lesson?: return word + " LESSON"
    case nil: return word
    }
  }

  package func summary(in place: Place) -> String {
    switch (self, place) {
    case (.run, .notebook): "run a lesson or a script here and show what it prints"
    case (.open, .notebook): "open a lesson by name or number; :1 is short for it"
    case (.toc, .notebook), (.lessons, _): "the lessons, with what is done"
    case (.quit, .notebook): "leave"
    case (.next, _): "the next step"
    case (.prev, _): "the step before"
    case (.run, _): "run the cell, as Enter does; or a statement, unjudged; or a file"
    case (.hint, _): "one more hint"
    case (.solution, _): "the solution, after the hints or three tries"
    case (.skip, _): "show the answer and go on"
    case (.open, _): "go to another lesson, as :3 does; alone: open what is folded"
    case (.back, _): "back to the notebook; :open LESSON comes here again"
    case (.play, _): "try things on a copy; :play again comes back"
    case (.undo, _): "take back what last changed something, or the last N"
    case (.redo, _): "do again what was taken back"
    case (.reset, _): "begin this step again"
    case (.toc, _): "the steps; with a number go to one"
    case (.progress, _): "what is done"
    case (.edit, _): "edit the cell at hand or the last entry in $EDITOR"
    case (.save, _): "write your session as a lesson"
    case (.load, _): "take in a saved session or a script; print nothing"
    case (.data, _): "a table of your own: FILE.csv or NAME=FILE.csv"
    case (.write, _): "the last table, picture, answers: .csv .svg .json"
    case (.help, _): "this list"
    case (.quit, _): "leave; progress is kept"
    }
  }

  /// The command a line is, with what follows it; nil for an unknown one.
  static func read(_ line: String, in place: Place) -> (command: WalkCommand, argument: String)? {
    let text = line.drop { $0 == " " }.dropFirst()
    let word = String(text.prefix { $0 != " " && $0 != "\n" })
    var argument = text.dropFirst(word.count).drop { $0 == " " }
    while argument.last == " " { argument.removeLast() }
    // `:3` is a lesson, `:3#step` a step of it.
    if let first = word.split(separator: "#").first, Int(first) != nil { return (.open, word) }
    let all = all(in: place)
    let matches = all.filter { $0.rawValue.hasPrefix(word) }
    if let exact = all.first(where: { $0.rawValue == word }) {
      return (exact, String(argument))
    }
    // `:n`, `:sol`: a beginning that fits one command only.
    guard !word.isEmpty, matches.count == 1 else { return nil }
    return (matches[0], String(argument))
  }
}
