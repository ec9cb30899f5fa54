import SystemPackage

/// The editor that somebody is used to: `$VISUAL`, else `$EDITOR`, else `vi`.
package enum TextEditor {
  private static let limit = 1 << 20

  /// What became of a text in it; nil where the editor ended with an error, as `:cq` asks for.
  package static func edited(
    _ text: String,
    environment: Environment = .process
  ) throws(SystemError) -> String? {
    let command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    let folder = Folder(environment["TMPDIR"] ?? "/tmp")
    let file = "descent-\(ProcessCall.number)-\(Clock.milliseconds).descent"
    try folder.create(file, Array(text.utf8))
    defer { try? folder.remove(file) }
    let path = folder.path(of: file)
    let parts = path.split(separator: "'", omittingEmptySubsequences: false)
    switch ProcessCall.run("\(command) '\(parts.joined(separator: "'\\''"))'") {
    case 0: break
    case 127:
      let hint = "name yours: export EDITOR=nano"
      throw SystemError(command, "is no editor that could be started", hint: hint)
    default: return nil
    }
    let bytes = try NamedFile.read(path, limit: limit)
    guard let edited = String(validating: bytes, as: UTF8.self) else {
      throw SystemError(path, "is not UTF-8 text")
    }
    return edited
  }
}
