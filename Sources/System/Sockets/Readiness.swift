import SystemPackage

/// What can be done with a descriptor without waiting.
package struct Readiness: OptionSet, Sendable {
  package enum Wish: Equatable, Sendable {
    case read
    case write
    case nothing
  }

  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let canRead = Readiness(rawValue: 1)
  package static let canWrite = Readiness(rawValue: 2)
  /// The other side is gone, or it is none that can be waited for.
  package static let isOver = Readiness(rawValue: 4)

  /// Waits for any of the sockets, at most so long; nothing where a signal ended the wait.
  package static func wait(
    for wishes: [(socket: Socket, wish: Wish)],
    milliseconds: Int
  ) -> [Readiness] {
    let entries = wishes.map { ($0.socket.descriptor, $0.wish) }
    return (try? SocketCall.wait(for: entries, milliseconds: milliseconds))
      ?? wishes.map { _ in Readiness() }
  }
}
