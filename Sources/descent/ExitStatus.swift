import ArgumentParser

/// How the tool ends: the numbers scripts rely on.
enum ExitStatus {
  static let checkFailed = ExitCode(1)
  static let inError = ExitCode(2)
  static let usage = ExitCode(64)
  static let noInput = ExitCode(66)
  static let cannotWrite = ExitCode(73)
  static let interrupted = ExitCode(130)
  static let brokenPipe = ExitCode(141)
}
