import SystemPackage

/// The files below one folder, reached step by step: no link on the way is followed, so that
/// nothing outside is read.
///
/// The folder itself may be reached through links. Paths are relative to it, with `/` between
/// names; `..` counts as far as it stays inside.
package struct Folder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// What a file of it is called; one of the folder one stands in goes by its name alone.
  package func path(of file: String) -> String {
    path == "." ? file : path == "/" ? "/" + file : path + "/" + file
  }

  /// The content of a regular file, `limit` bytes at most.
  package func read(_ file: String, limit: Int) throws(SystemError) -> [UInt8] {
    let open = try opened(file)
    do throws(Errno) {
      if let bytes = try open.descriptor.bytes(limit: limit) { return bytes }
    } catch {
      throw SystemError(reading: path(of: file), error)
    }
    throw SystemError(path(of: file), longerThan: limit)
  }

  /// The first bytes of a regular file.
  package func head(_ file: String, count: Int) throws(SystemError) -> [UInt8] {
    let open = try opened(file)
    do throws(Errno) {
      return try open.descriptor.head(count: count)
    } catch {
      throw SystemError(reading: path(of: file), error)
    }
  }

  /// Says what `read` would, without reading.
  package func check(_ file: String) throws(SystemError) {
    _ = try opened(file)
  }

  /// What stands at a path; nil where there is nothing, or no way there without a link.
  package func status(of file: String) -> FileStatus? {
    do throws(SystemError) {
      let place = try self.place(of: file)
      return try? status(place.name, in: place.folder.descriptor)
    } catch {
      return nil
    }
  }

  package func exists(_ file: String) -> Bool { status(of: file) != nil }

  /// The names in a folder, sorted, for the order of a file system is nobody's.
  package func names(in folder: String = "") throws(SystemError) -> [String] {
    let open = try step(into: folder)
    do throws(Errno) {
      // The list closes what it reads from.
      let own = try FileCall.open(".", in: open.descriptor, .readOnly, .directory)
      return try FileCall.names(in: own).sorted()
    } catch {
      throw SystemError(reading: named(folder), error)
    }
  }
}

extension Folder {
  /// A name in a folder that is open.
  struct Place: ~Copyable {
    let folder: OpenFile
    let name: String

    func open(
      _ mode: FileDescriptor.AccessMode,
      _ options: FileDescriptor.OpenOptions
    ) throws(Errno) -> FileDescriptor {
      try FileCall.open(name, in: folder.descriptor, mode, options)
    }
  }

  /// Where a file stands, whether it is there or not.
  func place(of file: String) throws(SystemError) -> Place {
    var names = try steps(to: file)
    guard let name = names.popLast() else { throw SystemError(named(file), "is a folder") }
    return Place(folder: try step(into: names), name: name)
  }

  func step(into folder: String) throws(SystemError) -> OpenFile {
    try step(into: steps(to: folder))
  }

  func status(_ name: String, in folder: FileDescriptor) throws(Errno) -> FileStatus {
    FileStatus(try Stat(name, relativeTo: folder, flags: .symlinkNoFollow))
  }

  private func named(_ file: String) -> String { file.isEmpty ? path : path(of: file) }

  private func steps(to file: String) throws(SystemError) -> [String] {
    // C would take what stands before a zero for the whole name.
    if file.utf8.contains(0) { throw SystemError(reading: path(of: file), .noSuchFileOrDirectory) }
    var steps: [String] = []
    // By scalars: a slash with an accent on it is one character, and a slash to the system.
    for name in file.unicodeScalars.split(separator: "/").map({ String($0) }) where name != "." {
      if name != ".." {
        steps.append(name)
      } else if steps.popLast() == nil {
        throw SystemError(path(of: file), "lies outside the folder '\(path)'")
      }
    }
    return steps
  }

  private func step(into names: [String]) throws(SystemError) -> OpenFile {
    var open: OpenFile
    do throws(Errno) {
      open = OpenFile(try FileCall.open(path, in: FileCall.here, .readOnly, .directory))
    } catch {
      throw SystemError(reading: path, error)
    }
    var passed = path
    for name in names {
      passed += "/" + name
      do throws(Errno) {
        let options: FileDescriptor.OpenOptions = [.directory, .noFollow]
        open = OpenFile(try FileCall.open(name, in: open.descriptor, .readOnly, options))
      } catch {
        let kind = try? status(name, in: open.descriptor).kind
        throw kind == .link ? Self.isLink(passed) : SystemError(reading: passed, error)
      }
    }
    return open
  }

  /// Opens a regular file.
  ///
  /// Its kind is asked before, for opening a device may do something, and after, for it may have
  /// been replaced meanwhile.
  private func opened(_ file: String) throws(SystemError) -> OpenFile {
    let place = try self.place(of: file)
    var kind: FileStatus.Kind
    do throws(Errno) {
      kind = try status(place.name, in: place.folder.descriptor).kind
      if kind == .regular {
        let open = OpenFile(try place.open(.readOnly, [.noFollow, .nonBlocking]))
        kind = try open.status().kind
        if kind == .regular { return open }
      }
    } catch {
      throw SystemError(reading: path(of: file), error)
    }
    throw kind == .link ? Self.isLink(path(of: file)) : SystemError(path(of: file), kind.refusal)
  }

  private static func isLink(_ path: String) -> SystemError {
    SystemError(
      path,
      "is a symbolic link, and none is followed here",
      hint: "put the file itself in this place"
    )
  }
}
