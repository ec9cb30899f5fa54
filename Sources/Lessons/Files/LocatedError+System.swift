package import System

extension LocatedError {
  /// What the system refuses is an error of the file.
  package init(_ error: SystemError) {
    self.init(file: error.path, message: error.message, hint: error.hint)
  }

  /// Does something with files.
  package static func asking<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(LocatedError) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw LocatedError(error)
    }
  }
}
