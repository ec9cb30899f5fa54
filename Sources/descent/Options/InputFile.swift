import System

/// Whether what is named on the command line can be read at all.
enum InputFile {
  /// Why not, or nil: a file that is there but is in error is another matter.
  static func obstacle(_ path: String) -> String? {
    do {
      try NamedFile.check(path, takesPipes: true)
      return nil
    } catch {
      return error.isMissing ? "no such file" : error.message
    }
  }
}
