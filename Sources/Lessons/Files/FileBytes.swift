#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Whole files as bytes; no Foundation, for the start of the tool waits for it.
package enum FileBytes {
  /// The content of a file, `limit` bytes at most.
  package static func read(_ path: String, limit: Int) throws(LessonError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure(path, "cannot be read") }
    if information.st_mode & S_IFMT == S_IFDIR {
      throw LessonError(file: path, message: "is a folder")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(information.st_size), limit) + 1)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { SystemCall.read(descriptor, $0) }
      if count < 0 { throw failure(path, "cannot be read") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit {
        throw LessonError(
          file: path,
          message: "is longer than \(limit >> 20) MiB",
          hint: "split it, or leave something out"
        )
      }
    }
  }

  /// The first bytes of a file.
  package static func head(_ path: String, count: Int) throws(LessonError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { SystemCall.read(descriptor, $0) }
    if read < 0 { throw failure(path, "cannot be read") }
    return Array(bytes[..<read])
  }

  package static func exists(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }

  /// What stands at a path; nil where there is nothing that can be read.
  package static func kind(of path: String) -> CourseLinks.Kind? {
    var information = stat()
    guard stat(path.isEmpty ? "." : path, &information) == 0 else { return nil }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return nil
    }
  }

  /// The path from the root of the disk, links followed; the path itself where it leads nowhere.
  package static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func failure(_ path: String, _ what: String) -> LessonError {
    LessonError(file: path, message: what + ": " + String(cString: strerror(errno)))
  }
}
