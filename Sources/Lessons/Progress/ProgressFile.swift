#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
  package init?(environment: (String) -> String?) {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      path = state + "/descent/progress.json"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      path = home + "/.local/state/descent/progress.json"
    } else {
      return nil
    }
  }

  /// Nothing done yet where there is no file.
  ///
  /// A file that is not progress is moved aside and named in the error; one of a newer version
  /// stays where it is.
  package func load() throws(LessonError) -> Progress {
    if access(path, F_OK) != 0 { return Progress() }
    let bytes = try FileBytes.read(path, limit: Self.limit)
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
    WholeFile.makeFolder(of: path)
    try WholeFile.write(Array(progress.json.utf8), to: path)
  }

  /// Adds to what the file holds now, for another descent may have written since it was loaded.
  package func record(_ progress: LessonProgress, for id: String) throws(LessonError) {
    var all = try load()
    all[id] = all[id].merged(with: progress)
    try save(all)
  }

  /// Takes in a file that `descent progress export` wrote.
  package func merge(from other: String) throws(LessonError) {
    let bytes = try FileBytes.read(other, limit: Self.limit)
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
  /// The first free name of its kind.
  private func keepAside() throws(LessonError) -> String {
    for number in 1...999 {
      let aside = "\(path).broken-\(number)"
      if access(aside, F_OK) == 0 { continue }
      if rename(path, aside) == 0 { return aside }
      throw FileBytes.failure(path, "cannot be kept aside")
    }
    throw LessonError(file: path, message: "cannot be kept aside: too many broken files beside it")
  }
}
