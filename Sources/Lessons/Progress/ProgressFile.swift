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

  /// What is done; nothing yet where there is no file.
  ///
  /// A file that is not progress is moved aside and named in the error; one of a newer version
  /// stays where it is.
  package func load() throws(Failure) -> Progress {
    if FileStatus(path) == nil { return Progress() }
    let bytes = try Failure.reading { () throws(SystemError) in try Self.bytes(of: path) }
    do {
      return try Progress(json: bytes)
    } catch {
      switch error {
      case .newer(let version):
        throw .unreadable(
          LocatedError(
            file: path,
            message: "progress was written by a newer descent (version \(version))",
            hint: "update descent, or start afresh: descent progress reset"
          )
        )
      case .notProgress:
        let aside = try keepAside("broken")
        throw .unreadable(
          LocatedError(
            file: path,
            message: "progress could not be read; it is kept as '\(aside)'",
            hint: "mend it and bring it back: descent progress import '\(aside)'"
          )
        )
      }
    }
  }

  /// Adds to what the file holds now, for another descent may have written since it was loaded.
  package func record(_ progress: LessonProgress, for id: String) throws(Failure) {
    try change { $0[id] = $0[id].merged(with: progress) }
  }

  /// Takes in a file that `descent progress export` wrote.
  package func merge(from other: String) throws(Failure) {
    let bytes = try Failure.reading { () throws(SystemError) in try Self.bytes(of: other) }
    let imported: Progress
    do {
      imported = try Progress(json: bytes)
    } catch {
      throw .unreadable(
        LocatedError(
          file: other,
          message: error == .notProgress ? "is not a file of progress" : "is too new",
          hint: "make one with: descent progress export"
        )
      )
    }
    try change { $0 = $0.merged(with: imported) }
  }

  /// Forgets a lesson.
  package func reset(_ id: String) throws(Failure) {
    try change { $0.reset(id) }
  }

  /// Forgets everything; a file that this tool cannot read is kept, as the name returned.
  package func reset() throws(Failure) -> String? {
    try holdingLock { () throws(Failure) in
      var aside: String?
      if FileStatus(path) != nil {
        let bytes = try Failure.reading { () throws(SystemError) in try Self.bytes(of: path) }
        do throws(Progress.Failure) {
          _ = try Progress(json: bytes)
        } catch {
          aside = try keepAside(error == .notProgress ? "broken" : "newer")
        }
      }
      try write(Progress())
      return aside
    }
  }
}

extension ProgressFile {
  /// Why progress is not had or not kept.
  package enum Failure: Error, Equatable {
    case unreadable(LocatedError)
    case unwritable(LocatedError)

    package var error: LocatedError {
      switch self {
      case .unreadable(let error), .unwritable(let error): error
      }
    }

    fileprivate static func reading(
      _ body: () throws(SystemError) -> [UInt8]
    ) throws(Failure) -> [UInt8] {
      do throws(SystemError) {
        return try body()
      } catch {
        throw .unreadable(LocatedError(error))
      }
    }
  }

  /// How long another descent is waited for, in milliseconds; it holds the lock for one write.
  private static let patience = 10_000

  private func change(_ body: (inout Progress) -> Void) throws(Failure) {
    try holdingLock { () throws(Failure) in
      var progress = try load()
      body(&progress)
      try write(progress)
    }
  }

  private func holdingLock<Result>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let lock: FileLock?
    do throws(SystemError) {
      try NamedFolder.make(NamedFile.split(path).folder, forOwnerOnly: true)
      lock = try FileLock(path + ".lock", patience: Self.patience)
    } catch {
      throw .unwritable(LocatedError(error))
    }
    guard let lock else {
      throw .unwritable(
        LocatedError(file: path, message: "another descent is writing it", hint: "try again")
      )
    }
    return try lock.holding(body)
  }

  private func write(_ progress: Progress) throws(Failure) {
    do {
      try WholeFile.write(Array(progress.json.utf8), to: path)
    } catch {
      throw .unwritable(LocatedError(error))
    }
  }

  private static func bytes(of path: String) throws(SystemError) -> [UInt8] {
    try NamedFile.read(path, limit: limit, takesPipes: true)
  }

  /// The first free name of its kind.
  private func keepAside(_ kind: String) throws(Failure) -> String {
    for number in 1...999 {
      let aside = "\(path).\(kind)-\(number)"
      if FileStatus(aside, followsLink: false) != nil { continue }
      do {
        try WholeFile.move(path, to: aside, "cannot be kept aside")
      } catch {
        throw .unwritable(LocatedError(error))
      }
      return aside
    }
    throw .unwritable(
      LocatedError(file: path, message: "cannot be kept aside: too many \(kind) files beside it")
    )
  }
}
