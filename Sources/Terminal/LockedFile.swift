#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// An open, locked regular file; unlocked and closed when it goes out of scope.
struct LockedFile: ~Copyable {
  let descriptor: Int32

  /// Nil where the file cannot be opened or is not a regular file.
  ///
  /// Somebody who holds the lock for long is not waited for: appending one line is safe enough
  /// without it.
  init?(_ path: String, _ flags: Int32, _ lock: Int32) {
    for _ in 0..<3 {
      let descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { return nil }
      var opened = stat()
      guard fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        return nil
      }
      Self.acquire(descriptor, lock)
      // While waiting, the file may have been replaced by another.
      var named = stat()
      if stat(path, &named) == 0, named.st_ino == opened.st_ino, named.st_dev == opened.st_dev {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
    return nil
  }

  deinit {
    close(descriptor)
  }

  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The last bytes, at most so many.
  func tail(_ limit: Int) -> [UInt8] {
    let count = min(size, limit)
    let start = size - count
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]
        )
        let got = pread(descriptor, rest.baseAddress, rest.count, off_t(start + filled))
        if got <= 0 { break }
        filled += got
      }
    }
  }

  private static func acquire(_ descriptor: Int32, _ lock: Int32) {
    for _ in 0..<100 {
      if flock(descriptor, lock | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(2000)
    }
  }
}
