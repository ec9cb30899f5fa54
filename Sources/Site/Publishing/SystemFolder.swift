#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

#if !canImport(Darwin)
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

/// The few calls on folders and files a build needs, every result checked.
enum SystemFolder {
  static func exists(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0
  }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the first file was written after the second; false where there is no first.
  static func isNewer(_ path: String, than other: String) -> Bool {
    var one = stat()
    var two = stat()
    guard stat(path, &one) == 0, stat(other, &two) == 0 else { return false }
    #if canImport(Darwin)
    let (first, second) = (one.st_mtimespec, two.st_mtimespec)
    #else
    let (first, second) = (one.st_mtim, two.st_mtim)
    #endif
    return (first.tv_sec, first.tv_nsec) > (second.tv_sec, second.tv_nsec)
  }

  static func make(_ path: String) throws(SiteError) {
    if mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) { return }
    throw failure(path, "cannot make this folder")
  }

  /// A whole new file; it is an error when one is there.
  static func write(_ bytes: some Collection<UInt8>, to path: String) throws(SiteError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, "cannot write this file") }
    let isWhole =
      bytes.withContiguousStorageIfAvailable { put($0, in: descriptor) }
      ?? Array(bytes).withUnsafeBufferPointer { put($0, in: descriptor) }
    let reason = errno
    let isClosed = close(descriptor) == 0
    if isWhole && isClosed { return }
    if !isWhole { errno = reason }
    throw failure(path, "cannot write this file")
  }

  private static func put(_ bytes: UnsafeBufferPointer<UInt8>, in descriptor: Int32) -> Bool {
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
      let count = Darwin.write(descriptor, slice.baseAddress, slice.count)
      #elseif canImport(Musl)
      let count = Musl.write(descriptor, slice.baseAddress, slice.count)
      #else
      let count = Glibc.write(descriptor, slice.baseAddress, slice.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The names in a folder, sorted, without `.` and `..`.
  static func names(in path: String) throws(SiteError) -> [String] {
    guard let folder = opendir(path) else {
      throw SiteError(.missing, path, "cannot read this folder: " + reason())
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
        place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file or a folder with all in it; follows no link.
  static func remove(_ path: String) throws(SiteError) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard isFolder(path) else { throw failure(path, "cannot remove this file") }
    for name in try names(in: path) { try remove(path + "/" + name) }
    if rmdir(path) != 0 { throw failure(path, "cannot remove this folder") }
  }

  static func move(_ from: String, to target: String) throws(SiteError) {
    if rename(from, target) != 0 { throw failure(target, "cannot rename \(from) to this") }
  }

  /// Puts each in the other's place in one step; false where the system cannot.
  static func exchange(_ one: String, _ other: String) -> Bool {
    #if canImport(Darwin)
    return renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
    #else
    let exchange: UInt32 = 2
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, exchange) == 0
    #endif
  }

  /// Locks a folder against other builds until the descriptor is closed.
  static func lock(_ path: String) throws(SiteError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "cannot open this folder") }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    let isBusy = errno == EWOULDBLOCK
    let error = failure(path, "cannot lock this folder")
    close(descriptor)
    throw isBusy ? SiteError(.unwritable, path, "another build is writing here") : error
  }

  static func unlock(_ descriptor: Int32) { close(descriptor) }

  static var processNumber: Int32 { getpid() }

  static func failure(_ path: String, _ message: String) -> SiteError {
    SiteError(.unwritable, path, message + ": " + reason())
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
