import SystemPackage

/// An open file, closed when it goes out of scope.
struct OpenFile: ~Copyable {
  let descriptor: FileDescriptor

  init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
  }

  deinit {
    try? descriptor.close()
  }

  /// Closes it now: the last error of a write may come with that.
  consuming func close() throws(Errno) {
    let descriptor = descriptor
    discard self
    try FileCall.typed { try descriptor.close() }
  }

  func status() throws(Errno) -> FileStatus { FileStatus(try Stat(descriptor)) }
}
