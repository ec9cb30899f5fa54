package import System

/// Why a site could not be made, and which file it is about.
package struct SiteError: Error, Equatable, Sendable {
  /// What a script that called the tool can tell apart.
  package enum Kind: Equatable, Sendable {
    /// An input is not there or cannot be read.
    case missing
    /// An input is there but is in error.
    case malformed
    /// The output cannot be written.
    case unwritable
  }

  package var kind: Kind
  package var path: String
  package var message: String
  package var hint: String?

  package init(_ kind: Kind, _ path: String, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.path = path
    self.message = message
    self.hint = hint
  }

  package var text: String {
    "\(path): error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }

  package var exitCode: Int32 {
    switch kind {
    case .missing: 66
    case .malformed: 2
    case .unwritable: 73
    }
  }
}

extension SiteError {
  package init(_ error: SystemError) {
    let kind: Kind = error.side == .reading ? .missing : .unwritable
    self.init(kind, error.path, error.message, hint: error.hint)
  }

  /// Does something with files.
  static func asking<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(SiteError) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw SiteError(error)
    }
  }
}
