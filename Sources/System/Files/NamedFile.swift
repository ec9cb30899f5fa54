import SystemPackage

/// A file that somebody named: on the command line, in the environment, or as the tool's own.
///
/// Unlike what lies in a `Folder` it may be reached through links.
package enum NamedFile {
  /// Its content, `limit` bytes at most; with `takesPipes` whatever gives bytes and ends is taken.
  package static func read(
    _ path: String,
    limit: Int,
    takesPipes: Bool = false
  ) throws(SystemError) -> [UInt8] {
    let open = try opened(path, takesPipes: takesPipes)
    return try bytes(of: open.descriptor, path, limit: limit)
  }

  /// Does something with a file, or a pipe, that is read bit by bit.
  package static func reading<Result>(
    _ path: String,
    _ body: (Stream) throws -> Result
  ) throws -> Result {
    let open = try opened(path, takesPipes: true)
    return try body(Stream(descriptor: open.descriptor.rawValue))
  }

  /// Says what `read` would, without reading; a pipe is not even opened, for what its other end
  /// writes would be lost.
  package static func check(_ path: String, takesPipes: Bool = false) throws(SystemError) {
    let kind = try kind(of: path)
    if takesPipes, kind != .regular, kind != .folder { return }
    _ = try opened(path, takesPipes: takesPipes)
  }

  /// Whether it is there and may be read.
  package static func exists(_ path: String) -> Bool {
    FileCall.isAccessible(path, forWriting: false)
  }

  /// What a path leads to, whether that is there or not; the path itself where it is no link.
  package static func target(of path: String) -> String {
    var place = path
    // More than the system follows lead nowhere.
    for _ in 0..<40 {
      guard let target = try? FileCall.target(of: place, in: FileCall.here) else { return place }
      place = target.hasPrefix("/") ? target : split(place).folder + "/" + target
    }
    return path
  }

  /// The folder a path stands in and its name there; a bare name stands in the folder one is in.
  package static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// The path from the root of the disk, links followed; the path itself where it leads nowhere.
  package static func absolute(_ path: String) -> String {
    realPath(path.isEmpty ? "." : path) ?? path
  }

  /// The same place by its own names, without links; nil where it is not there.
  package static func realPath(_ path: String) -> String? { FileCall.realPath(path) }
}

extension NamedFile {
  private static func opened(
    _ path: String,
    takesPipes: Bool
  ) throws(SystemError) -> OpenFile {
    // Asked before it is opened: that would wait for a pipe's other end.
    let kind = try kind(of: path)
    guard kind == .regular || (takesPipes && kind != .folder) else {
      throw SystemError(path, kind.refusal)
    }
    do {
      return OpenFile(try FileCall.open(path, in: FileCall.here, .readOnly, []))
    } catch {
      throw SystemError(reading: path, error)
    }
  }

  private static func kind(of path: String) throws(SystemError) -> FileStatus.Kind {
    do {
      return FileStatus(try Stat(FilePath(path))).kind
    } catch {
      throw SystemError(reading: path, error)
    }
  }

  private static func bytes(
    of descriptor: FileDescriptor,
    _ path: String,
    limit: Int
  ) throws(SystemError) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(Errno) {
      bytes = try descriptor.bytes(limit: limit)
    } catch {
      throw SystemError(reading: path, error)
    }
    if let bytes { return bytes }
    throw SystemError(path, longerThan: limit)
  }
}
