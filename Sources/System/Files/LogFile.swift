import SystemPackage

/// A regular file that several processes read and lengthen at once: open, locked, and let go when
/// it goes out of scope.
package struct LogFile: ~Copyable {
  package enum Use {
    case reading
    case appending
  }

  private let open: OpenFile

  /// Nil where the file cannot be opened or is not a regular file.
  ///
  /// Somebody who holds the lock for long is not waited for: appending one line is safe enough
  /// without it.
  package init?(_ path: String, _ use: Use) {
    for _ in 0..<3 {
      guard let open = Self.opened(path, use) else { return nil }
      _ = try? FileLock.acquire(open, isShared: use == .reading, patience: 200)
      // While waiting, the file may have been replaced by another.
      if let opened = try? open.status(), FileStatus(path)?.identity == opened.identity {
        self.open = open
        return
      }
    }
    return nil
  }

  package var size: Int { (try? open.status().size) ?? 0 }

  /// The last bytes, at most so many.
  package func tail(_ limit: Int) -> [UInt8] {
    let count = min(size, limit)
    return (try? open.descriptor.bytes(at: size - count, count: count)) ?? []
  }

  /// False where it could not be added.
  package func append(_ bytes: [UInt8]) -> Bool {
    (try? open.descriptor.writeWhole(bytes)) != nil
  }

  private static func opened(_ path: String, _ use: Use) -> OpenFile? {
    let (mode, options): (FileDescriptor.AccessMode, FileDescriptor.OpenOptions) =
      use == .reading ? (.readOnly, .nonBlocking) : (.readWrite, [.append, .create, .nonBlocking])
    guard
      let descriptor = try? FileCall.open(
        path,
        in: FileCall.here,
        mode,
        options,
        permissions: .ownerReadWrite
      )
    else { return nil }
    let open = OpenFile(descriptor)
    guard (try? open.status().kind) == .regular else { return nil }
    return open
  }
}
