import SystemPackage

/// Replaces a file whole or not at all: write beside it, fsync, rename, fsync the folder.
///
/// What is no regular file, a device, a pipe, one of the tool's own streams, is written in place.
package enum WholeFile {
  /// A file that was not there can be read by everyone, or, if it is private, by its owner only.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    isPrivate: Bool = false
  ) throws(SystemError) {
    let target = NamedFile.target(of: path)
    let fresh = FilePermissions(rawValue: isPrivate ? 0o600 : 0o644)
    do throws(Errno) {
      if let stream = Stream(named: path) { return try stream.file.writeWhole(bytes) }
      guard let status = FileStatus(path) else { return try replace(target, bytes, fresh) }
      if status.kind == .regular {
        if isProtected(path, status) { throw .permissionDenied }
        try replace(target, bytes, status.permissions)
      } else {
        let open = OpenFile(try FileCall.open(path, in: FileCall.here, .writeOnly, []))
        try open.descriptor.writeWhole(bytes)
        try open.close()
      }
    } catch {
      throw SystemError(writing: path, error)
    }
  }

  /// Replaces what was read from a file by what was made of it, unless the file is another by now.
  package static func replace(
    _ old: [UInt8],
    with bytes: [UInt8],
    at path: String
  ) throws(SystemError) {
    let target = NamedFile.target(of: path)
    let status = FileStatus(path)
    if let status, isProtected(path, status) {
      let hint = "allow it to be written: chmod u+w"
      throw SystemError(path, "is read-only", side: .writing, hint: hint)
    }
    var isSame = false
    do throws(Errno) {
      try replace(target, bytes, status?.permissions ?? FilePermissions(rawValue: 0o644)) {
        isSame = (try? NamedFile.read(target, limit: old.count)) == old
        return isSame
      }
    } catch {
      throw SystemError(writing: path, error)
    }
    if isSame { return }
    throw SystemError(
      path,
      "has changed since it was read, and was left as it is",
      side: .writing,
      hint: "run this again"
    )
  }

  package static func move(
    _ path: String,
    to target: String,
    _ failure: String
  ) throws(SystemError) {
    do {
      try FileCall.rename(path, in: FileCall.here, to: target, in: FileCall.here)
    } catch {
      throw SystemError(writing: path, error, failure)
    }
  }
}

extension WholeFile {
  private static let mark = ".new-"

  /// The folder would allow it to be replaced; whoever took the right to write away did not.
  private static func isProtected(_ path: String, _ status: FileStatus) -> Bool {
    status.isReadOnly || !FileCall.isAccessible(path, forWriting: true)
  }

  /// `isWanted` has its say at the last moment.
  private static func replace(
    _ target: String,
    _ bytes: [UInt8],
    _ permissions: FilePermissions,
    isWanted: () -> Bool = { true }
  ) throws(Errno) {
    // Who asks the tool to end gets what he asked for, but no draft beside his file.
    let signals = SignalCall.hold()
    defer { SignalCall.release(signals) }
    sweep(beside: target)
    let draft = "\(target)\(mark)\(ProcessCall.number)"
    do throws(Errno) {
      let open = OpenFile(
        try FileCall.open(
          draft,
          in: FileCall.here,
          .writeOnly,
          [.create, .exclusiveCreate, .noFollow],
          permissions: permissions
        )
      )
      // Who sweeps leaves a locked draft alone.
      _ = try? FileCall.lock(open.descriptor, isShared: false)
      try open.descriptor.writeWhole(bytes)
      try FileCall.sync(open.descriptor)
      if !isWanted() { return try FileCall.unlink(draft, in: FileCall.here) }
      try FileCall.rename(draft, in: FileCall.here, to: target, in: FileCall.here)
    } catch {
      if error != .fileExists { try? FileCall.unlink(draft, in: FileCall.here) }
      throw error
    }
    syncFolder(of: target)
  }

  /// Removes drafts of this file that killed processes left.
  private static func sweep(beside target: String) {
    let (folder, name) = NamedFile.split(target)
    guard let list = try? FileCall.open(folder, in: FileCall.here, .readOnly, .directory),
      let names = try? FileCall.names(in: list)
    else { return }
    for entry in names where entry.hasPrefix(name + mark) {
      guard let number = Int32(entry.dropFirst(name.utf8.count + mark.utf8.count)),
        number == ProcessCall.number || !ProcessCall.isAlive(number)
      else { continue }
      let draft = folder + "/" + entry
      // A process of another system that shares the folder may have this number.
      let options: FileDescriptor.OpenOptions = [.noFollow, .nonBlocking]
      guard let descriptor = try? FileCall.open(draft, in: FileCall.here, .readOnly, options)
      else { continue }
      let open = OpenFile(descriptor)
      if (try? FileCall.lock(open.descriptor, isShared: false)) == true {
        try? FileCall.unlink(draft, in: FileCall.here)
      }
    }
  }

  /// The rename itself is on the disk only once its folder is.
  ///
  /// Some file systems refuse to sync a folder: the file is whole all the same.
  private static func syncFolder(of path: String) {
    let folder = NamedFile.split(path).folder
    guard let descriptor = try? FileCall.open(folder, in: FileCall.here, .readOnly, .directory)
    else { return }
    try? FileCall.sync(descriptor)
    try? descriptor.close()
  }
}
