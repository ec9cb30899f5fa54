package import System

/// Where progress is kept: one small JSON file under `XDG_STATE_HOME`.
///
/// It is written whole (write, fsync, rename, fsync of the folder), so that a kill leaves the old
/// or the new one; what cannot be read is kept aside, never overwritten.
package struct ProgressFile: Equatable, Sendable {
  package static let limit = 16 << 20

  package var path: String

  package init(path: String) {
    self.path = path
  }

  /// `$XDG_STATE_HOME/descent/progress.json`, else below `~/.local/state`; nil without a home.
  package init?(environment: Environment) {
    guard let state = StateFolder(environment: environment) else { return nil }
    path = state.file("progress.json")
  }

  /// Nothing done yet where there is no file.
  ///
  /// A file that is not progress is moved aside and named in the error; one of a newer version
  /// stays where it is.
  package func load() throws(LessonError) -> Progress {
    if FileStatus(path) == nil { return Progress() }
    let bytes = try read(path)
    do {
      return try Progress(json: bytes)
    } catch {
      switch error {
      case .newer(let version):
        throw LessonError(
          file: path,
          message: "progress was written by a newer descent (version \(version))",
          hint: "update descent, or start afresh: descent progress reset"
        )
      case .notProgress:
        let aside = try keepAside()
        throw LessonError(
          file: path,
          message: "progress could not be read; it is kept as '\(aside)'",
          hint: "mend it and bring it back: descent progress import '\(aside)'"
        )
      }
    }
  }

  package func save(_ progress: Progress) throws(LessonError) {
    try LessonError.asking { () throws(SystemError) in
      try NamedFolder.make(folder, forOwnerOnly: true)
      try WholeFile.write(Array(progress.json.utf8), to: path)
    }
  }

  /// Adds to what the file holds now, for another descent may have written since it was loaded.
  package func record(_ progress: LessonProgress, for id: String) throws(LessonError) {
    var all = try load()
    all[id] = all[id].merged(with: progress)
    try save(all)
  }

  /// Takes in a file that `descent progress export` wrote.
  package func merge(from other: String) throws(LessonError) {
    let bytes = try read(other)
    let imported: Progress
    do {
      imported = try Progress(json: bytes)
    } catch {
      throw LessonError(
        file: other,
        message: error == .notProgress ? "is not a file of progress" : "is too new",
        hint: "make one with: descent progress export"
      )
    }
    try save(load().merged(with: imported))
  }
}

extension ProgressFile {
  private var folder: String { NamedFile.split(path).folder }

  private func read(_ path: String) throws(LessonError) -> [UInt8] {
    try LessonError.asking { () throws(SystemError) in
      try NamedFile.read(path, limit: Self.limit, takesPipes: true)
    }
  }

  /// The first free name of its kind.
  private func keepAside() throws(LessonError) -> String {
    for number in 1...999 {
      let aside = "\(path).broken-\(number)"
      if FileStatus(aside, followsLink: false) != nil { continue }
      try LessonError.asking { () throws(SystemError) in
        try WholeFile.move(path, to: aside, "cannot be kept aside")
      }
      return aside
    }
    throw LessonError(file: path, message: "cannot be kept aside: too many broken files beside it")
  }
}
