import SystemPackage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

#if canImport(Glibc)
/// Linux's own call, which the C library declares only to GNU programs.
@_extern(c)
private func renameat2(
  _ fromFolder: Int32,
  _ from: UnsafePointer<CChar>,
  _ toFolder: Int32,
  _ target: UnsafePointer<CChar>,
  _ flags: UInt32
) -> Int32
#endif

/// The calls on files that swift-system has not: relative to an open folder, errors thrown.
enum FileCall {
  static func open(
    _ name: String,
    in folder: FileDescriptor,
    _ mode: FileDescriptor.AccessMode,
    _ options: FileDescriptor.OpenOptions,
    permissions: FilePermissions = FilePermissions(rawValue: 0o666)
  ) throws(Errno) -> FileDescriptor {
    let flags = mode.rawValue | options.union(.closeOnExec).rawValue
    let descriptor = try checked {
      openat(folder.rawValue, name, flags, mode_t(permissions.rawValue))
    }
    return FileDescriptor(rawValue: descriptor)
  }

  static func makeFolder(
    _ name: String,
    in folder: FileDescriptor,
    permissions: FilePermissions
  ) throws(Errno) {
    try checked { mkdirat(folder.rawValue, name, mode_t(permissions.rawValue)) }
  }

  static func unlink(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try checked { unlinkat(folder.rawValue, name, 0) }
  }

  static func removeFolder(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try checked { unlinkat(folder.rawValue, name, AT_REMOVEDIR) }
  }

  static func rename(
    _ name: String,
    in folder: FileDescriptor,
    to target: String,
    in targetFolder: FileDescriptor
  ) throws(Errno) {
    try checked { renameat(folder.rawValue, name, targetFolder.rawValue, target) }
  }

  /// Puts each in the other's place in one step; false where the system cannot.
  static func exchange(_ one: String, _ other: String, in folder: FileDescriptor) -> Bool {
    #if canImport(Glibc)
    let exchange: UInt32 = 2
    return renameat2(folder.rawValue, one, folder.rawValue, other, exchange) == 0
    #else
    return renameatx_np(folder.rawValue, one, folder.rawValue, other, UInt32(RENAME_SWAP)) == 0
    #endif
  }

  /// Where a link leads, as it is written in it.
  static func target(of name: String, in folder: FileDescriptor) throws(Errno) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlinkat(folder.rawValue, name, &buffer, buffer.count - 1)
    if count < 0 { throw Errno(rawValue: errno) }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in a folder, without `.` and `..`, in no order.
  ///
  /// The descriptor is the list's from here on: it is closed in any case.
  static func names(in folder: FileDescriptor) throws(Errno) -> [String] {
    guard let stream = fdopendir(folder.rawValue) else {
      let code = errno
      try? folder.close()
      throw Errno(rawValue: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
        place.withMemoryRebound(
          to: CChar.self,
          capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)
        ) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    if errno != 0 { throw Errno(rawValue: errno) }
    return names
  }

  /// Waits until what was written is on the disk.
  static func sync(_ descriptor: FileDescriptor) throws(Errno) {
    try checked { fsync(descriptor.rawValue) }
  }

  /// Takes the lock of an open file without waiting; false where another holds it.
  static func lock(_ descriptor: FileDescriptor, isShared: Bool) throws(Errno) -> Bool {
    do throws(Errno) {
      try checked { flock(descriptor.rawValue, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) }
      return true
    } catch {
      if error == .wouldBlock { return false }
      throw error
    }
  }

  /// The same place without links, `.` and `..`; nil where it is not there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func isAccessible(_ path: String, forWriting: Bool) -> Bool {
    access(path, forWriting ? W_OK : R_OK) == 0
  }

  static func isTerminal(_ descriptor: FileDescriptor) -> Bool {
    isatty(descriptor.rawValue) == 1
  }

  /// The folder that relative paths begin in.
  static let here = FileDescriptor(rawValue: AT_FDCWD)

  static func time(_ time: timespec) -> FileStatus.Time {
    FileStatus.Time(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }

  /// What swift-system throws is always the system's number, though it does not say so.
  static func typed<Result>(_ call: () throws -> Result) throws(Errno) -> Result {
    do {
      return try call()
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  /// Calls again what a signal interrupted.
  @discardableResult
  static func checked(_ call: () -> Int32) throws(Errno) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Errno(rawValue: errno) }
    }
  }
}
