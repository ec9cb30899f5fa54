/// Which module may use which, and the picture of it.
struct Arrows {
  let targets: [String: Set<String>]

  /// The modules that products are made of.
  init(_ manifest: Manifest) {
    var targets: [String: Set<String>] = [:]
    for target in manifest.targets where !target.isTest { targets[target.name] = target.declared }
    self.targets = targets
  }

  /// A module's own arrows and all that follow from them.
  func reach(of name: String) -> Set<String> {
    let direct = targets[name] ?? []
    return direct.reduce(direct) { $0.union(reach(of: $1)) }
  }

  /// What also compiles for the browser.
  var portable: Set<String> { reach(of: "DescentWeb").subtracting(["CWebRuntime"]) }

  /// The rings from above, each module before those it uses; arrows that others imply are left out.
  var picture: String {
    let modules = targets.keys.filter { !isForeign($0) }
    let rings: [(title: String, modules: [String])] = [
      ("native", modules.filter { !portable.contains($0) && $0 != "DescentWeb" }),
      ("Embedded", ["DescentWeb"]),
      ("portable", modules.filter { portable.contains($0) }),
    ]
    let width = modules.map(\.count).max() ?? 0
    var lines: [String] = []
    for ring in rings {
      for (index, name) in ordered(ring.modules).enumerated() {
        let title = (index == 0 ? ring.title : "").padded(to: 11)
        let arrow = " ".padded(to: width + 3 - name.count, with: "─") + "► "
        let heads = ordered(shown(name)).joined(separator: ", ")
        lines.append(heads.isEmpty ? title + name : title + name + arrow + heads)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// C, and what other packages bring: no rows of the picture.
  private func isForeign(_ name: String) -> Bool {
    targets[name] == nil || name.hasPrefix("C") && name.dropFirst().first?.isUppercase == true
  }

  private func shown(_ name: String) -> [String] {
    let direct = targets[name] ?? []
    return direct.filter { head in
      !direct.contains { $0 != head && reach(of: $0).contains(head) }
    }
  }

  private func ordered(_ names: [String]) -> [String] {
    names.sorted { first, second in
      (isForeign(first) ? 1 : 0, -height(first), first)
        < (isForeign(second) ? 1 : 0, -height(second), second)
    }
  }

  private func height(_ name: String) -> Int {
    (targets[name] ?? []).map { height($0) + 1 }.max() ?? 0
  }
}

extension String {
  fileprivate func padded(to width: Int, with filler: Character = " ") -> String {
    self + String(repeating: filler, count: max(0, width - count))
  }
}
