package import Foundation

/// A text that a test made before and kept in a file.
///
/// A run with `ACCEPT=1` writes the file anew and fails where it did: only a run that records
/// nothing can pass.
package struct Recording {
  package let file: URL

  package init(_ file: URL) { self.file = file }

  package static var isAccepting: Bool { ProcessInfo.processInfo.environment["ACCEPT"] == "1" }

  /// What is wrong: the first line that is not the recorded one, or that the text was recorded now.
  package func fault(of text: String) throws -> String? {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == text { return nil }
    if Self.isAccepting {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return "\(file.lastPathComponent) is recorded: look at it, then run again without ACCEPT=1"
    }
    guard let recorded else {
      return "there is no \(file.lastPathComponent); ACCEPT=1 writes it"
    }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return """
      line \(line + 1) of \(file.lastPathComponent)
      recorded: \(line < old.count ? old[line] : "(end)")
      now:      \(line < new.count ? new[line] : "(end)")
      """
  }
}
