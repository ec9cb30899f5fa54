#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A system call that failed, and on what.
package struct SystemFailure: Error, Equatable, Sendable {
  package var code: Int32
  package var path: String

  package init(code: Int32 = errno, path: String) {
    self.code = code
    self.path = path
  }

  /// What went wrong, as in "cannot write '/x/y': No space left on device".
  package var message: String {
    "cannot write '" + path + "': " + String(cString: strerror(code))
  }
}
