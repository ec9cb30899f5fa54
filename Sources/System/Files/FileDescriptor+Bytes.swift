import SystemPackage

/// Reading and writing that is done only when it is all done.
extension FileDescriptor {
  /// All there is to read; nil where that is more than `limit` bytes.
  func bytes(limit: Int) throws(Errno) -> [UInt8]? {
    // Asking for one byte more than a file has tells at once that it has ended.
    var room = max(4096, min(Int(try Stat(self).size), limit) + 1)
    var bytes: [UInt8] = []
    while true {
      let piece = try head(count: room)
      bytes = bytes.isEmpty ? piece : bytes + piece
      if bytes.count > limit { return nil }
      if piece.count < room { return bytes }
      room = bytes.count
    }
  }

  /// The next bytes, fewer only where the file ends.
  func head(count: Int) throws(Errno) -> [UInt8] {
    try filled(count) { rest, _ throws(Errno) in
      try FileCall.typed { try read(into: rest) }
    }
  }

  /// Bytes at a place in the file, fewer where it ends before.
  func bytes(at offset: Int, count: Int) throws(Errno) -> [UInt8] {
    try filled(count) { rest, done throws(Errno) in
      try FileCall.typed { try read(fromAbsoluteOffset: Int64(offset + done), into: rest) }
    }
  }

  private func filled(
    _ count: Int,
    _ read: (UnsafeMutableRawBufferPointer, _ done: Int) throws(Errno) -> Int
  ) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Errno) {
        while filled < count {
          let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
          let got = try read(UnsafeMutableRawBufferPointer(rest), filled)
          if got == 0 { break }
          filled += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes it all, through interruptions, partial writes and a full pipe.
  func writeWhole(_ bytes: some Collection<UInt8>) throws(Errno) {
    let done: Void? = try FileCall.typed {
      try bytes.withContiguousStorageIfAvailable { try put(UnsafeRawBufferPointer($0)) }
    }
    if done == nil { try FileCall.typed { try Array(bytes).withUnsafeBytes { try put($0) } } }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      do throws(Errno) {
        let count = try FileCall.typed { try write(rest) }
        // A device that takes nothing and says nothing would be asked for ever.
        if count == 0 { throw .ioError }
        written += count
      } catch {
        if error != .wouldBlock { throw error }
        _ = try? SocketCall.wait(for: [(self, .write)], milliseconds: -1)
      }
    }
  }
}
