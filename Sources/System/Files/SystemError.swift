import SystemPackage

/// What the system refused, about which file, and what can be done.
package struct SystemError: Error, Equatable, Sendable {
  /// What was being done when it refused.
  package enum Side: Equatable, Sendable {
    case reading
    case writing
  }

  package var path: String
  package var side: Side
  /// Nil where it was not the system that refused, but a rule of ours.
  var code: Errno?
  package var message: String
  package var hint: String?

  /// A rule of ours that a file does not keep.
  package init(_ path: String, _ message: String, side: Side = .reading, hint: String? = nil) {
    self.path = path
    self.side = side
    self.message = message
    self.hint = hint
  }

  /// More than is taken.
  init(_ path: String, longerThan limit: Int) {
    let most = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    self.init(path, "is longer than \(most)", hint: "split it, or leave something out")
  }

  init(reading path: String, _ code: Errno, _ what: String = "cannot be read") {
    self.init(path, what + ": \(code)")
    self.code = code
  }

  init(writing path: String, _ code: Errno, _ what: String = "cannot be written") {
    self.init(path, what + ": \(code)", side: .writing, hint: Self.remedy(code))
    self.code = code
  }

  /// There is nothing of that name.
  package var isMissing: Bool { code == .noSuchFileOrDirectory || code == .notDirectory }

  /// Who should have read what was written has gone away.
  package var isBrokenPipe: Bool { code == .brokenPipe }

  /// What to do about a write that failed.
  private static func remedy(_ code: Errno) -> String? {
    switch code {
    case .noSpace, .diskQuotaExceeded: "make room on the disk, then try again"
    case .permissionDenied, .notPermitted, .readOnlyFileSystem: "choose a place you may write to"
    case .noSuchFileOrDirectory, .notDirectory: "make its folder first, or choose another place"
    case .fileTooLarge: "allow larger files, with 'ulimit -f'"
    default: nil
    }
  }
}
