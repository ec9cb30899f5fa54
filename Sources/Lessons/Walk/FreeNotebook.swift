package import Data
package import Notebook
internal import Typesetting

/// The notebook that belongs to no lesson: lines go in, text and prompts come out.
///
/// A lesson's `:play` is one too, which begins with a copy of the lesson's own.
package struct FreeNotebook: Sendable {
  /// How outputs are set.
  package var layout: TextLayout
  /// Whether anything was typed but commands of the shell.
  package private(set) var isTouched = false
  private var scene: WalkScene
  private let name: String?
  private var past = WalkPast()
  private var last = ""
  private var outputs = LastOutputs()
  private var out = StyledText()
  private var effects: [WalkEffect] = []

  package init(start: LessonStart, layout: TextLayout = TextLayout()) {
    self.init(WalkScene(player: Player(start: start, options: .walk)), nil, layout)
  }

  /// Begins with what is there, in the notebook of this name.
  init(_ scene: WalkScene, _ name: String?, _ layout: TextLayout) {
    self.scene = scene
    self.name = name
    self.layout = layout
  }

  /// The notebook as a statement would meet it now.
  package var session: Session { scene.player.session(named: name) }

  /// One line from the learner.
  package mutating func enter(_ line: String) -> WalkReply {
    (out, effects) = (StyledText(), [])
    let words = line.drop { $0 == " " || $0 == "\n" }
    if words.hasPrefix(":") {
      command(String(words))
    } else if !words.isEmpty {
      run(line)
    } else if !isTouched {
      effects.append(.resume)
    }
    return reply()
  }

  /// Takes in what the learner wants to be there from the start; only what fails is told.
  package mutating func begin(with file: WalkFile) -> WalkReply {
    (out, effects) = (StyledText(), [])
    let played = scene.take(file)
    if played.contains(where: { $0.fault != nil }) {
      out.append(WalkWords.taken(played, of: file, layout))
    }
    return reply()
  }

  /// Takes in a table that `.data` asked for.
  package mutating func take(_ table: DataTable) -> WalkReply {
    (out, effects) = (StyledText(), [])
    let before = scene
    scene.player.add(table, to: name)
    past.remember(before, "data \(table.name)")
    isTouched = true
    var copy = session
    out.append(WalkWords.printed(copy.run(cell: "data \(table.name)"), layout))
    return reply()
  }

  /// Takes in a file that `.load` asked for.
  package mutating func take(_ file: WalkFile) -> WalkReply {
    (out, effects) = (StyledText(), [])
    let before = scene
    out.append(WalkWords.taken(scene.take(file), of: file, layout))
    past.remember(before, "what \(file.name) did", unless: scene)
    isTouched = true
    return reply()
  }
}

extension FreeNotebook {
  private mutating func run(_ line: String) {
    isTouched = true
    last = line
    let before = scene
    let result = scene.run(line, in: name)
    outputs.take(result)
    out.append(WalkWords.printed(result, layout))
    past.remember(before, line, unless: scene)
  }

  private mutating func command(_ line: String) {
    guard let (command, argument) = WalkCommand.read(line, in: .notebook) else {
      return out.append(WalkWords.unknown(line, in: .notebook))
    }
    switch command {
    case .open where argument.isEmpty: say("Which lesson? :lessons lists them.")
    case .open: effects.append(.open(argument))
    case .lessons, .toc: effects.append(.lessons)
    case .undo, .redo: travel(command, argument)
    case .edit: effects.append(.edit(last))
    case .save: save(argument)
    case .load, .run:
      if argument.isEmpty { return say("Say which: :\(command.rawValue) notes.md") }
      effects.append(.load(file: FileOperand.read(argument), isShown: command == .run))
    case .data:
      if argument.isEmpty { return say("Say which: :data measured.csv") }
      effects.append(.data(FileOperand.read(argument)))
    case .write: write(argument)
    case .help: out.append(WalkWords.list(in: .notebook))
    case .quit: effects.append(.quit)
    default: break
    }
  }

  private mutating func travel(_ command: WalkCommand, _ argument: String) {
    guard let count = WalkWords.count(argument) else {
      return say("Say how many: :\(command.rawValue) 3")
    }
    let said = command == .undo ? past.undo(count, &scene) : past.redo(count, &scene)
    say(said ?? WalkWords.nothing(command))
  }

  private mutating func save(_ argument: String) {
    if argument.isEmpty { return say("Say where: :save notes.md") }
    if scene.transcript.isEmpty { return say("Nothing was run yet.") }
    let notes = scene.transcript.markdown(title: "A session", id: "session")
    effects.append(.save(file: FileOperand.lesson(argument), text: notes))
  }

  private mutating func write(_ file: String) {
    if file.hasSuffix(".md") { return save(file) }
    switch outputs.written(to: file) {
    case .success(let effect): effects.append(effect)
    case .failure(let refusal): say(refusal.words)
    }
  }

  private mutating func say(_ line: String) { out.append(line + "\n", .hint) }

  private func reply() -> WalkReply {
    WalkReply(
      text: out,
      prompt: WalkPrompt(text: "descent> ", hint: "", recall: nil),
      effects: effects
    )
  }
}
