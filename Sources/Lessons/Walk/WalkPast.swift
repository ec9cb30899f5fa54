import Notebook
internal import Typesetting

/// What `:undo` takes back and `:redo` does again: the scene before each thing that changed
/// something, and the words that did it.
struct WalkPast: Sendable {
  private struct Entry: Sendable {
    var scene: WalkScene
    var what: String
  }

  private static let limit = 200

  private var done: [Entry] = []
  private var undone: [Entry] = []

  /// Keeps how things were before; what was taken back is then gone.
  mutating func remember(_ before: WalkScene, _ what: String) {
    undone = []
    done.append(Entry(scene: before, what: Self.oneLine(what)))
    if done.count > Self.limit { done.removeFirst() }
  }

  /// The same, unless nothing is different since: looking needs no way back.
  mutating func remember(_ before: WalkScene, _ what: String, unless now: WalkScene) {
    let isSame = before.step == now.step && before.stop == now.stop
    if isSame, now.player.changes(since: before.player).isEmpty { return }
    remember(before, what)
  }

  /// Takes back so many things; the words that say so, nil where there is nothing.
  mutating func undo(_ count: Int, _ scene: inout WalkScene) -> String? {
    Self.move(count, &scene, from: &done, to: &undone).map { "Taken back: " + $0 }
  }

  /// Does again what was taken back.
  mutating func redo(_ count: Int, _ scene: inout WalkScene) -> String? {
    Self.move(count, &scene, from: &undone, to: &done).map { "Done again: " + $0 }
  }

  private static func move(
    _ count: Int,
    _ scene: inout WalkScene,
    from source: inout [Entry],
    to target: inout [Entry]
  ) -> String? {
    let before = scene
    var whats: [String] = []
    while whats.count < count, let entry = source.popLast() {
      target.append(Entry(scene: scene, what: entry.what))
      scene = entry.scene
      whats.append(entry.what)
    }
    if whats.isEmpty { return nil }
    let now = scene.player.changes(since: before.player)
    let changes = now.isEmpty ? "" : "; now " + shortened(now, ", ")
    let rest = whats.count < count ? " That was all there was." : ""
    return shortened(whats, "; ") + changes + "." + rest
  }

  /// The first few, and how many more.
  private static func shortened(_ parts: [String], _ separator: String) -> String {
    let shown = parts.prefix(4).joined(separator: separator)
    return parts.count > 4 ? shown + " and \(parts.count - 4) more" : shown
  }

  private static func oneLine(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let line = lines.filter { !$0.isEmpty }.prefix(8).joined(separator: "; ")
    return DisplayWidth.truncated(VisibleControls.visible(line), to: 60, mark: "...")
  }
}

extension Player {
  /// What differs in the notebooks from another state of them, in words.
  func changes(since other: Player) -> [String] {
    let names = Set(names + other.names).sorted()
    return names.flatMap { name in
      session(named: name).changes(since: other.session(named: name))
    }
  }
}
