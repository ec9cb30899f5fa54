import System

/// A site being written beside the one it replaces.
///
/// Nothing of the old one changes before `publish`, which puts the new one in its place in one
/// step: a build that fails or is killed leaves the old site whole.
package struct StagedFolder: ~Copyable {
  private let place: SitePlace
  /// The new folder's name, beside the old one.
  private let staging: String
  private let keeper: KeptFiles
  private let lock: FileLock
  private let madeParents: [String]
  /// What was written so far.
  private(set) var pages: [SiteRecord.Page] = []
  private var folders: Set<String> = []
  private var isPublished = false

  /// In every site, so that no build ever replaces a folder that is not one.
  package static let mark = ".descent-site"

  /// Takes the lock, removes what a killed build left, and makes the new folder.
  package init(replacing output: String, keeping names: [String] = []) throws(SiteError) {
    let place = try SitePlace(output)
    let keeper = KeptFiles(names)
    let staging = "\(place.name).new-\(ThisProgram.number)"
    let parents = try SiteError.asking { () throws(SystemError) in
      try NamedFolder.make(place.parent.path)
    }
    do throws(SiteError) {
      lock = try Self.prepared(staging, for: place, keeper)
    } catch {
      NamedFolder.remove(parents)
      throw error
    }
    self.place = place
    self.staging = staging
    self.keeper = keeper
    madeParents = parents
  }

  deinit {
    if isPublished { return }
    try? place.parent.remove(staging)
    // They are still empty only without the lock's file.
    _ = consume lock
    NamedFolder.remove(madeParents)
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
    if let first = parts.first, keeper.names.contains(String(first)) {
      throw SiteError(
        .unwritable,
        place.path + "/" + first,
        "is a file of the site, so the old one cannot be kept",
        hint: "leave it out of --keep, or give the course's file another name"
      )
    }
    try SiteError.asking { () throws(SystemError) in
      var folder = staging
      for part in parts.dropLast() {
        folder += "/" + part
        if folders.insert(folder).inserted { try place.parent.make(folder) }
      }
      try place.parent.create(staging + "/" + path, bytes)
    }
    pages.append(SiteRecord.Page(path: path, size: bytes.count, hash: ContentHash(bytes)))
  }

  /// Puts the new site in the place of the old one, which is then removed but for what is kept.
  package mutating func publish() throws(SiteError) {
    try SiteError.asking { () throws(SystemError) in
      let (parent, name) = (place.parent, place.name)
      if !parent.exists(name) {
        try parent.move(staging, to: name)
        isPublished = true
        return
      }
      if try !parent.exchange(staging, name) {
        let old = staging + ".old"
        try parent.move(name, to: old)
        do throws(SystemError) {
          try parent.move(staging, to: name)
        } catch {
          try parent.move(old, to: name)
          throw error
        }
        try parent.move(old, to: staging)
      }
      isPublished = true
      try keeper.move(from: staging, to: name, in: parent)
      try parent.remove(staging)
    }
  }
}

extension StagedFolder {
  /// The lock, once the new folder is there.
  private static func prepared(
    _ staging: String,
    for place: SitePlace,
    _ keeper: KeptFiles
  ) throws(SiteError) -> FileLock {
    let lock = try lock(place)
    try clean(place, keeper)
    if place.parent.exists(place.name), try !isReplaceable(place.name, of: place, keeper) {
      throw SiteError(
        .unwritable,
        place.path,
        "is not a site that was built before",
        hint: "name an empty folder or a new one with --output"
      )
    }
    try SiteError.asking { () throws(SystemError) in
      try place.parent.make(staging)
      try place.parent.create(staging + "/" + mark, keeper.text.utf8)
    }
    return lock
  }

  private static func lock(_ place: SitePlace) throws(SiteError) -> FileLock {
    do throws(SystemError) {
      let file = place.parent.path(of: ".\(place.name).lock")
      if let lock = try FileLock(file, patience: 0) { return lock }
    } catch {
      throw SiteError(.unwritable, place.path, error.message, hint: error.hint)
    }
    throw SiteError(
      .unwritable,
      place.path,
      "another build is writing here",
      hint: "wait for it, or name another place with --output"
    )
  }

  /// A site that was built before, or a folder with nothing in it but what is kept.
  private static func isReplaceable(
    _ name: String,
    of place: SitePlace,
    _ keeper: KeptFiles
  ) throws(SiteError) -> Bool {
    if place.parent.exists(name + "/" + mark) { return true }
    guard place.parent.status(of: name)?.kind == .folder else { return false }
    let names = try SiteError.asking { () throws(SystemError) in try place.parent.names(in: name) }
    return names.allSatisfy { keeper.names.contains($0) }
  }

  /// What builds that were killed left behind; puts the old site back where one died between two
  /// renames, and what is kept where one died before that was moved.
  private static func clean(_ place: SitePlace, _ keeper: KeptFiles) throws(SiteError) {
    let parent = place.parent
    let entries = try SiteError.asking { () throws(SystemError) in try parent.names() }
    for entry in entries where entry.hasPrefix(place.name + ".new-") {
      let rest = entry.dropFirst(place.name.count + 5)
      let isOld = rest.hasSuffix(".old")
      guard (isOld ? rest.dropLast(4) : rest).allSatisfy({ $0.isASCII && $0.isNumber }),
        try isReplaceable(entry, of: place, keeper)
      else { continue }
      try SiteError.asking { () throws(SystemError) in
        if isOld && !parent.exists(place.name) {
          try parent.move(entry, to: place.name)
          return
        }
        let known = keeper.adding(KeptFiles(markOf: place.name, in: parent))
        try known.move(from: entry, to: place.name, in: parent)
        try parent.remove(entry)
      }
    }
  }
}
