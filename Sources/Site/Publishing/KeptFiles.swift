import System

/// What a new site takes over from the old one, though no build made it: the repository that
/// publishes the folder, the host's name, and what the author names.
struct KeptFiles {
  static let always = [".git", "CNAME"]

  let names: Set<String>

  init(_ names: [String]) {
    self.names = Set(names + Self.always)
  }

  /// What the build that made a site was told to keep.
  init(markOf site: String, in parent: Folder) {
    let bytes = (try? parent.read(site + "/" + StagedFolder.mark, limit: 1 << 16)) ?? []
    self.init(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) })
  }

  func adding(_ other: KeptFiles) -> KeptFiles { KeptFiles(Array(names.union(other.names))) }

  /// For the mark of a site: a build that is killed before all is moved leaves the rest to the next.
  var text: String {
    names.subtracting(Self.always).sorted().map { $0 + "\n" }.joined()
  }

  /// Moves what is there in one folder and not in the other.
  func move(from old: String, to new: String, in parent: Folder) throws(SystemError) {
    for name in names.sorted() {
      let (source, target) = (old + "/" + name, new + "/" + name)
      if parent.exists(source), parent.exists(new), !parent.exists(target) {
        try parent.move(source, to: target)
      }
    }
  }
}
