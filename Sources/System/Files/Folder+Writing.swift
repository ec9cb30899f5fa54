import SystemPackage

/// Changes below a folder, every result checked.
extension Folder {
  /// A whole new file; it is an error when one is there.
  package func create(
    _ file: String,
    _ bytes: some Collection<UInt8>
  ) throws(SystemError) {
    let place = try self.place(of: file)
    do throws(Errno) {
      let options: FileDescriptor.OpenOptions = [.create, .exclusiveCreate, .noFollow]
      let open = OpenFile(try place.open(.writeOnly, options))
      try open.descriptor.writeWhole(bytes)
      try open.close()
    } catch {
      throw SystemError(writing: path(of: file), error)
    }
  }

  /// Makes a folder; one that is there is fine.
  package func make(_ folder: String, forOwnerOnly: Bool = false) throws(SystemError) {
    let place = try self.place(of: folder)
    do throws(Errno) {
      let permissions = FilePermissions(rawValue: forOwnerOnly ? 0o700 : 0o777)
      try FileCall.makeFolder(place.name, in: place.folder.descriptor, permissions: permissions)
    } catch {
      if error == .fileExists, status(of: folder)?.kind == .folder { return }
      throw SystemError(writing: path(of: folder), error)
    }
  }

  /// Removes a file, or a folder with all in it; follows no link.
  package func remove(_ file: String) throws(SystemError) {
    let place = try self.place(of: file)
    do throws(Errno) {
      try Self.remove(place.name, in: place.folder)
    } catch {
      throw SystemError(writing: path(of: file), error, "cannot be removed")
    }
  }

  package func move(_ file: String, to target: String) throws(SystemError) {
    let place = try self.place(of: file)
    let goal = try self.place(of: target)
    do throws(Errno) {
      try FileCall.rename(
        place.name,
        in: place.folder.descriptor,
        to: goal.name,
        in: goal.folder.descriptor
      )
    } catch {
      throw SystemError(writing: path(of: target), error, "cannot be put in place")
    }
  }

  /// Puts each of two things in this folder in the other's place in one step; false where the
  /// system cannot.
  package func exchange(_ one: String, _ other: String) throws(SystemError) -> Bool {
    FileCall.exchange(one, other, in: try step(into: "").descriptor)
  }

  private static func remove(_ name: String, in folder: borrowing OpenFile) throws(Errno) {
    do throws(Errno) {
      try FileCall.unlink(name, in: folder.descriptor)
      return
    } catch {
      if error == .noSuchFileOrDirectory { return }
      let kind = try Stat(name, relativeTo: folder.descriptor, flags: .symlinkNoFollow).type
      if kind != .directory { throw error }
    }
    let options: FileDescriptor.OpenOptions = [.directory, .noFollow]
    let inner = OpenFile(try FileCall.open(name, in: folder.descriptor, .readOnly, options))
    let list = try FileCall.open(".", in: inner.descriptor, .readOnly, .directory)
    for name in try FileCall.names(in: list) { try remove(name, in: inner) }
    try FileCall.removeFolder(name, in: folder.descriptor)
  }
}
