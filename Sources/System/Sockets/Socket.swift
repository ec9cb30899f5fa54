import SystemPackage

/// One end of a connection that never waits; who has it closes it.
package struct Socket: Equatable, Sendable {
  package enum Transfer: Equatable, Sendable {
    case bytes(Int)
    /// Nothing goes now; ask again later.
    case later
    case over
  }

  let descriptor: FileDescriptor

  /// Sends what the system takes now.
  package func send(_ bytes: ArraySlice<UInt8>) -> Transfer {
    do throws(Errno) {
      let count = try FileCall.typed {
        try bytes.withUnsafeBytes { try SocketCall.send($0, to: descriptor) }
      }
      return count > 0 ? .bytes(count) : .over
    } catch {
      return error == .wouldBlock ? .later : .over
    }
  }

  /// Adds what has come to `bytes`, so many at most.
  package func receive(_ count: Int, into bytes: inout [UInt8]) -> Transfer {
    var room = [UInt8](repeating: 0, count: count)
    do throws(Errno) {
      let got = try FileCall.typed {
        try room.withUnsafeMutableBytes { try descriptor.read(into: $0) }
      }
      bytes += room[..<got]
      return got > 0 ? .bytes(got) : .over
    } catch {
      return error == .wouldBlock ? .later : .over
    }
  }

  /// Says that nothing more will be sent.
  package func endSending() { SocketCall.endSending(to: descriptor) }

  package func close() { try? descriptor.close() }
}
