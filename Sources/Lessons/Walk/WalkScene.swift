import Notebook

/// All that `:undo` brings back: the notebooks, what `:save` writes and, in a lesson, the place.
struct WalkScene: Sendable {
  var player: Player
  var transcript = SessionTranscript()
  var step = 0
  var stop = 0

  /// Runs a statement of the learner's own; what was done of it is kept for `:save`.
  mutating func run(_ statement: String, in name: String?) -> CellResult {
    let result = player.run(statement, in: name)
    if let done = result.done(of: statement) {
      transcript.add(done.source, done.result, session: name)
    }
    return result
  }

  /// Plays the cells of a file, up to the first that fails and should not.
  mutating func take(_ file: WalkFile) -> [PlayedCell] {
    var all: [PlayedCell] = []
    var notes = transcript
    file.play(&player) { played in
      all.append(played)
      guard let result = played.result else { return true }
      let source = played.cell.source
      let done = played.fault == nil ? (source, result) : result.done(of: source)
      if let done { notes.add(done.0, done.1, session: played.cell.words.session) }
      return played.fault == nil && !result.wasInterrupted
    }
    transcript = notes
    return all
  }
}

extension Player.Options {
  /// How the shell plays: an error is for the learner to mend.
  static let walk = Player.Options(includesAsides: false, afterError: .nextCell)
}

/// A file that is taken into a notebook.
package struct WalkFile {
  var name: String
  /// Whether what it prints is shown.
  var isShown: Bool
  /// Plays it; each cell's outcome says whether to go on.
  var play: (inout Player, (PlayedCell) -> Bool) -> Void

  package init(
    _ name: String,
    isShown: Bool,
    play: @escaping (inout Player, (PlayedCell) -> Bool) -> Void
  ) {
    self.name = name
    self.isShown = isShown
    self.play = play
  }
}
