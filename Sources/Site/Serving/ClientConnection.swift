import System

/// One browser's connection: what has come, what is to go, and how long it may take.
///
/// The server asks it again and again; it never waits.
struct ClientConnection {
  private enum State: Equatable {
    case reading
    /// `keepsAlive`: another request may follow; else the connection is ended politely.
    case writing(keepsAlive: Bool)
    /// Told of every newer site; the version it knows.
    case listening(String)
    /// All is said; what still comes is thrown away, so that the last answer arrives whole.
    case draining
    case over
  }

  /// How long an answer may take to go, and a goodbye to be heard, in milliseconds.
  private static let slowest = 60_000
  private static let goodbye = 1_000

  let socket: Socket
  private var state = State.reading
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0
  /// How long a request may take to come.
  private let patience: Int
  private var deadline: Int

  init(socket: Socket, now: Int, patience: Int) {
    self.socket = socket
    self.patience = patience
    deadline = now + patience
  }

  var isOver: Bool { state == .over }

  var isListening: Bool { if case .listening = state { true } else { false } }

  /// What the system shall tell of its socket.
  var wish: Readiness.Wish { sent < output.count ? .write : .read }

  mutating func end() { state = .over }

  /// Does what can be done now; `readiness` is what the system said.
  mutating func advance(_ readiness: Readiness, now: Int, responder: SiteResponder) {
    if readiness.contains(.isOver) { return end() }
    if readiness.contains(.canRead), !receive() { return end() }
    if case .listening(let known) = state { tell(known, now: now, responder: responder) }
    send(now: now)
    // What was sent at once may have waited for this one.
    while state == .reading, answer(now: now, responder: responder) { send(now: now) }
    let hasDeadline = !isListening || sent < output.count
    if hasDeadline && now > deadline { expire(now: now) }
  }
}

extension ClientConnection {
  /// Answers the first request among what has come; false where it is not all there.
  private mutating func answer(now: Int, responder: SiteResponder) -> Bool {
    do throws(RequestHead.Fault) {
      guard let (head, length) = try RequestHead.read(input) else { return false }
      input.removeFirst(length)
      let response = responder.response(to: head)
      // After an error the two sides may have different ideas of what comes next.
      let keepsAlive = head.keepsAlive && [.ok, .notFound].contains(response.status)
      let hasBody = head.method != "HEAD"
      output = response.bytes(keepsAlive: keepsAlive, hasBody: hasBody)
      state =
        response.isStream && hasBody
        ? .listening(responder.version) : .writing(keepsAlive: keepsAlive && !response.isStream)
    } catch {
      output = responder.response(to: error).bytes(keepsAlive: false)
      state = .writing(keepsAlive: false)
    }
    deadline = now + Self.slowest
    return true
  }

  /// Tells a page of a newer site than the one it knows.
  private mutating func tell(_ known: String, now: Int, responder: SiteResponder) {
    let version = responder.version
    if version == known { return }
    state = .listening(version)
    output += LiveReload.event(version: version)
    deadline = now + Self.slowest
  }

  private mutating func expire(now: Int) {
    guard state == .reading, !input.isEmpty else { return end() }
    output = Response(.requestTimeout, text: "too slow\n").bytes(keepsAlive: false)
    state = .writing(keepsAlive: false)
    deadline = now + Self.goodbye
  }

  /// Sends what the system takes; with all of it sent, goes on to the next request.
  private mutating func send(now: Int) {
    while sent < output.count {
      switch socket.send(output[sent...]) {
      case .bytes(let count): sent += count
      case .later: return
      case .over: return end()
      }
    }
    output = []
    sent = 0
    guard case .writing(let keepsAlive) = state else { return }
    if keepsAlive {
      state = .reading
      deadline = now + patience
    } else {
      socket.endSending()
      state = .draining
      deadline = now + Self.goodbye
    }
  }

  /// Takes what has come; false where the other side has ended.
  private mutating func receive() -> Bool {
    var bytes: [UInt8] = []
    switch socket.receive(RequestHead.limit, into: &bytes) {
    case .bytes:
      if state == .reading { input += bytes }
      return true
    case .later: return true
    case .over: return false
    }
  }
}
