import SystemPackage

/// A lock that is a file of its own, beside what it protects: made to be locked, and gone when the
/// lock goes out of scope.
///
/// Locks bind only those who ask for them, and the system takes them from a process that ends; the
/// file that a killed process left is the next one's.
package struct FileLock: ~Copyable {
  private let path: String
  private let open: OpenFile

  /// Nil where another still has it after so many milliseconds.
  package init?(_ path: String, patience: Int) throws(SystemError) {
    let end = Clock.milliseconds + patience
    do throws(Errno) {
      while true {
        let descriptor = try FileCall.open(
          path,
          in: FileCall.here,
          .readWrite,
          [.create, .noFollow],
          permissions: .ownerReadWrite
        )
        let open = OpenFile(descriptor)
        let rest = end - Clock.milliseconds
        guard try Self.acquire(open, isShared: false, patience: rest) else { return nil }
        // The one who had it before has removed this file; the next one's may be there already.
        if FileStatus(path)?.identity == (try open.status().identity) {
          self.path = path
          self.open = open
          return
        }
      }
    } catch {
      throw SystemError(writing: path, error, "cannot be locked")
    }
  }

  /// Does something while it is held.
  package func holding<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body()
  }

  deinit {
    try? FileCall.unlink(path, in: FileCall.here)
  }

  /// Whether it was had in time.
  static func acquire(
    _ open: borrowing OpenFile,
    isShared: Bool,
    patience: Int
  ) throws(Errno) -> Bool {
    let end = Clock.milliseconds + patience
    while try !FileCall.lock(open.descriptor, isShared: isShared) {
      if Clock.milliseconds >= end { return false }
      Clock.sleep(milliseconds: 2)
    }
    return true
  }
}
