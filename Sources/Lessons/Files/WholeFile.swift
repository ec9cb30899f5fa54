#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Replaces a file whole or not at all: write beside it, fsync, rename, fsync the folder.
package enum WholeFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(LessonError) {
    let target = resolved(path)
    let temporary = "\(target).new-\(getpid())"
    // Left by a process of this number that was killed.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode(of: target))
    guard descriptor >= 0 else { throw FileBytes.failure(path, "cannot be written") }
    let isWritten = writeAll(bytes, descriptor) && fsync(descriptor) == 0
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(temporary, target) == 0 else {
      let failure = FileBytes.failure(path, "cannot be written")
      unlink(temporary)
      throw failure
    }
    syncFolder(of: target)
  }

  /// Makes the folders on the way to a file; those that exist are fine.
  package static func makeFolder(of path: String, mode: UInt32 = 0o700) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if folder != "/" { mkdir(folder, mode_t(mode)) }
    }
  }
}

extension WholeFile {
  /// A link stays a link: the file it names is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func mode(of path: String) -> mode_t {
    var information = stat()
    return stat(path, &information) == 0 ? information.st_mode & 0o777 : 0o644
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        SystemCall.write(descriptor, UnsafeRawBufferPointer(rebasing: $0[written...]))
      }
      if count <= 0 { return false }
      written += count
    }
    return true
  }

  private static func syncFolder(of path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = name.isEmpty ? "." : name.joined(separator: "/")
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }
}
