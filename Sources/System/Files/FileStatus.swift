import SystemPackage

/// What a file is, as far as anyone asks: kind, size, times, and which file it is.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case regular
    case folder
    case link
    /// A pipe with a name, a socket or a device, as a message calls it.
    case other(String)

    /// Why it is not read, of what is no regular file.
    package var refusal: String {
      switch self {
      case .regular, .folder: "is a folder"
      case .link: "is a symbolic link"
      case .other(let what): "is \(what), not a regular file"
      }
    }
  }

  /// Seconds and billionths.
  package struct Time: Comparable, Sendable {
    package var seconds: Int
    package var nanoseconds: Int

    package static func < (left: Time, right: Time) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  package let kind: Kind
  package let size: Int
  let permissions: FilePermissions
  /// When its content was last written, as far as programs say.
  package let written: Time
  /// When anything about it last changed, as the system says.
  package let changed: Time
  /// Which file it is, whatever its names: its device and its number there.
  package let identity: [UInt64]

  /// Nobody may write it, who could override that or not.
  var isReadOnly: Bool { permissions.isDisjoint(with: FilePermissions(rawValue: 0o222)) }

  init(_ stat: Stat) {
    kind =
      switch stat.type {
      case .regular: .regular
      case .directory: .folder
      case .symbolicLink: .link
      case .fifo: .other("a pipe")
      case .socket: .other("a socket")
      default: .other("a device")
      }
    size = Int(stat.size)
    permissions = stat.permissions
    written = FileCall.time(stat.st_mtim)
    changed = FileCall.time(stat.st_ctim)
    identity = [UInt64(stat.deviceID.rawValue), UInt64(stat.inode.rawValue)]
  }

  /// Of what a path leads to; nil where there is nothing.
  package init?(_ path: String, followsLink: Bool = true) {
    guard let stat = try? Stat(FilePath(path), followTargetSymlink: followsLink) else { return nil }
    self.init(stat)
  }
}
