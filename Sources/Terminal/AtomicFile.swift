#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that is replaced whole: whoever reads it, and whoever pulls the plug, finds the old
/// content or the new, never a piece.
package enum AtomicFile {
  /// Writes beside the file, syncs, renames over it, syncs the folder.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    permissions: UInt32 = 0o600
  ) throws(SystemFailure) {
    let draft = path + ".\(getpid()).tmp"
    let descriptor = open(
      draft,
      O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
      mode_t(permissions)
    )
    guard descriptor >= 0 else { throw SystemFailure(path: path) }
    var failure = TerminalOutput.writeAll(bytes, to: descriptor)
    if failure == 0 && fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    if failure == 0 && rename(draft, path) != 0 { failure = errno }
    if failure != 0 {
      unlink(draft)
      throw SystemFailure(code: failure, path: path)
    }
    syncFolder(of: path)
  }

  /// The rename itself is on the disk only once its folder is.
  ///
  /// Some file systems refuse to sync a folder: the file is whole all the same.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
