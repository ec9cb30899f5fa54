/// A site being written beside the one it replaces.
///
/// Nothing of the old one changes before `publish`, which puts the new one in its place in one
/// step: a build that fails or is killed leaves the old site whole.
package struct StagedFolder: ~Copyable {
  private let output: String
  private let staging: String
  private let lock: Int32
  private var folders: Set<String> = []
  private var isPublished = false

  /// In every site, so that no build ever replaces a folder that is not one.
  package static let mark = ".descent-site"

  /// Takes the lock, removes what a killed build left, and makes the new folder.
  package init(replacing output: String) throws(SiteError) {
    let (parent, name) = Self.split(output)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw SiteError(.unwritable, output, "the output needs a folder of its own")
    }
    let place = parent + "/" + name
    let folder = place + ".new-\(SystemFolder.processNumber)"
    lock = try Self.prepare(folder, for: place, parent: parent, name: name)
    self.output = place
    staging = folder
  }

  deinit {
    if !isPublished { try? SystemFolder.remove(staging) }
    SystemFolder.unlock(lock)
  }

  /// A file of the new site; its folders are made.
  package mutating func write(_ text: String, to path: String) throws(SiteError) {
    try write(text.utf8, to: path)
  }

  package mutating func write(
    _ bytes: some Collection<UInt8>,
    to path: String
  ) throws(SiteError) {
    let parts = path.split(separator: "/")
    precondition(!parts.contains { $0 == ".." }, "a page's path stays in the site")
    var folder = staging
    for part in parts.dropLast() {
      folder += "/" + part
      if folders.insert(folder).inserted { try SystemFolder.make(folder) }
    }
    try SystemFolder.write(bytes, to: staging + "/" + path)
  }

  /// Puts the new site in the place of the old one, which is then removed.
  package mutating func publish() throws(SiteError) {
    if !SystemFolder.exists(output) {
      try SystemFolder.move(staging, to: output)
      isPublished = true
      return
    }
    if !SystemFolder.exchange(staging, output) {
      let old = staging + ".old"
      try SystemFolder.move(output, to: old)
      do throws(SiteError) {
        try SystemFolder.move(staging, to: output)
      } catch {
        try SystemFolder.move(old, to: output)
        throw error
      }
      try SystemFolder.move(old, to: staging)
    }
    isPublished = true
    try SystemFolder.remove(staging)
  }
}

extension StagedFolder {
  private static func split(_ path: String) -> (parent: String, name: String) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return (parent, String(path[path.index(after: slash)...]))
  }

  /// The lock, once the new folder is there.
  private static func prepare(
    _ folder: String,
    for place: String,
    parent: String,
    name: String
  ) throws(SiteError) -> Int32 {
    let lock = try SystemFolder.lock(parent)
    do throws(SiteError) {
      try clean(parent, name)
      if SystemFolder.exists(place), try !isReplaceable(place) {
        throw SiteError(
          .unwritable,
          place,
          "is not a site that was built before",
          hint: "name an empty folder or a new one with --output"
        )
      }
      try SystemFolder.make(folder)
      try SystemFolder.write("".utf8, to: folder + "/" + mark)
    } catch {
      SystemFolder.unlock(lock)
      throw error
    }
    return lock
  }

  /// A site that was built before, or an empty folder.
  private static func isReplaceable(_ path: String) throws(SiteError) -> Bool {
    if SystemFolder.exists(path + "/" + mark) { return true }
    guard SystemFolder.isFolder(path) else { return false }
    return try SystemFolder.names(in: path).isEmpty
  }

  /// What builds that were killed left behind; puts the old site back where one died between two
  /// renames.
  private static func clean(_ parent: String, _ name: String) throws(SiteError) {
    let place = parent + "/" + name
    for entry in try SystemFolder.names(in: parent) where entry.hasPrefix(name + ".new-") {
      let path = parent + "/" + entry
      let rest = entry.dropFirst(name.count + 5)
      let isOld = rest.hasSuffix(".old")
      guard (isOld ? rest.dropLast(4) : rest).allSatisfy({ $0.isASCII && $0.isNumber }),
        try isReplaceable(path)
      else { continue }
      if isOld && !SystemFolder.exists(place) {
        try SystemFolder.move(path, to: place)
      } else {
        try SystemFolder.remove(path)
      }
    }
  }
}
