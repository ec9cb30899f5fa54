import SystemPackage

/// Replaces a file whole or not at all: write beside it, fsync, rename, fsync the folder.
package enum WholeFile {
  /// A file that was not there can be read by everyone, or, if it is private, by its owner only.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    isPrivate: Bool = false
  ) throws(SystemError) {
    let target = FileCall.realPath(path) ?? path
    let draft = "\(target).new-\(ProcessCall.number)"
    do throws(Errno) {
      // Left by a process of this number that was killed.
      try? FileCall.unlink(draft, in: FileCall.here)
      let fresh = FilePermissions(rawValue: isPrivate ? 0o600 : 0o644)
      try fill(draft, bytes, permissions: FileStatus(target)?.permissions ?? fresh)
      do throws(Errno) {
        try FileCall.rename(draft, in: FileCall.here, to: target, in: FileCall.here)
      } catch {
        try? FileCall.unlink(draft, in: FileCall.here)
        throw error
      }
    } catch {
      throw SystemError(writing: path, error)
    }
    syncFolder(of: target)
  }

  package static func move(
    _ path: String,
    to target: String,
    _ failure: String
  ) throws(SystemError) {
    do {
      try FileCall.rename(path, in: FileCall.here, to: target, in: FileCall.here)
    } catch {
      throw SystemError(writing: path, error, failure)
    }
  }
}

extension WholeFile {
  private static func fill(
    _ draft: String,
    _ bytes: [UInt8],
    permissions: FilePermissions
  ) throws(Errno) {
    let open = OpenFile(
      try FileCall.open(
        draft,
        in: FileCall.here,
        .writeOnly,
        [.create, .exclusiveCreate, .noFollow],
        permissions: permissions
      )
    )
    do throws(Errno) {
      try open.descriptor.writeWhole(bytes)
      try FileCall.sync(open.descriptor)
      try open.close()
    } catch {
      try? FileCall.unlink(draft, in: FileCall.here)
      throw error
    }
  }

  /// The rename itself is on the disk only once its folder is.
  ///
  /// Some file systems refuse to sync a folder: the file is whole all the same.
  private static func syncFolder(of path: String) {
    let folder = NamedFile.split(path).folder
    guard let descriptor = try? FileCall.open(folder, in: FileCall.here, .readOnly, .directory)
    else { return }
    try? FileCall.sync(descriptor)
    try? descriptor.close()
  }
}
