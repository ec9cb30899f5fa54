package import System

/// Shows a built site to the browsers of this machine, and tells open pages of a newer one.
///
/// One thread with `poll`: no client can keep another waiting, and each has its deadlines.
package struct SiteServer: Sendable {
  private static let mostClients = 128
  /// More windows than anyone looks at; the oldest makes room, and asks again when it is seen.
  private static let mostListeners = 64
  /// How often pages are told of a newer site, in milliseconds.
  private static let tick = 200

  private let listener: ListeningSocket
  private let responder: SiteResponder
  private let patience: Int

  /// `patience`: how long a request may take to come, in milliseconds.
  package init(folder: String, listener: ListeningSocket, patience: Int = 10_000) {
    self.patience = patience
    self.listener = listener
    responder = SiteResponder(folder: ServedFolder(folder), port: listener.port)
  }

  package var address: String { "http://127.0.0.1:\(listener.port)/" }

  /// Serves for as long as it is wanted.
  package func run(while isWanted: () -> Bool) {
    var clients: [ClientConnection] = []
    defer {
      for client in clients { client.socket.close() }
      listener.end()
    }
    while isWanted() {
      let hasRoom = clients.count < Self.mostClients
      let wishes = clients.map { (socket: $0.socket, wish: $0.wish) }
      let readiness = Readiness.wait(
        for: wishes + [(listener.socket, hasRoom ? .read : .nothing)],
        milliseconds: Self.tick
      )
      let now = Clock.milliseconds
      for index in clients.indices {
        clients[index].advance(readiness[index], now: now, responder: responder)
      }
      if !readiness[clients.count].isEmpty { accept(into: &clients, now: now) }
      Self.makeRoom(among: &clients)
      clients.removeAll { client in
        if client.isOver { client.socket.close() }
        return client.isOver
      }
    }
  }

  private func accept(into clients: inout [ClientConnection], now: Int) {
    while clients.count < Self.mostClients, let socket = listener.accepted() {
      clients.append(ClientConnection(socket: socket, now: now, patience: patience))
    }
  }

  private static func makeRoom(among clients: inout [ClientConnection]) {
    var surplus = clients.count { $0.isListening } - mostListeners
    for index in clients.indices where surplus > 0 && clients[index].isListening {
      clients[index].end()
      surplus -= 1
    }
  }
}
