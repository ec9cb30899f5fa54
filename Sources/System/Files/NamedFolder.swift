import SystemPackage

/// A folder that somebody named.
package enum NamedFolder {
  /// Makes it and those above it that are not there; what was made, the outermost first.
  @discardableResult
  package static func make(
    _ path: String,
    forOwnerOnly: Bool = false
  ) throws(SystemError) -> [String] {
    var made: [String] = []
    var folder = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      folder += folder.isEmpty || folder == "/" ? name : "/" + name
      do throws(Errno) {
        let permissions = FilePermissions(rawValue: forOwnerOnly ? 0o700 : 0o777)
        try FileCall.makeFolder(folder, in: FileCall.here, permissions: permissions)
        made.append(folder)
      } catch {
        if FileStatus(folder)?.kind == .folder { continue }
        remove(made)
        var refusal = SystemError(writing: folder, error, "cannot be made")
        refusal.hint = refusal.hint.map { _ in "choose a place you may write to" }
        throw refusal
      }
    }
    return made
  }

  /// Removes folders that `make` made, those that are still empty.
  package static func remove(_ made: [String]) {
    for folder in made.reversed() { try? FileCall.removeFolder(folder, in: FileCall.here) }
  }
}
