#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whether what is named on the command line can be read at all.
enum InputFile {
  /// Why not, or nil: a file that is there but is in error is another matter.
  static func obstacle(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      return errno == ENOENT
        ? "no such file" : "cannot be read: " + String(cString: strerror(errno))
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return "cannot be read" }
    return information.st_mode & S_IFMT == S_IFDIR ? "is a folder" : nil
  }
}
