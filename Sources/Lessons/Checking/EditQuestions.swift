/// `descent test --interactive`: asks before each change, until the answer is one for all.
package final class EditQuestions {
  private var standing: Bool?

  package init() {}

  /// Whether to make a change in a file; `ask` shows a prompt and gives what was answered, nil at
  /// the end.
  package func wants(
    _ path: String,
    _ difference: [String],
    ask: (_ prompt: String) -> String?
  ) -> Bool {
    if let standing { return standing }
    var shown = difference
    while let answer = ask((shown + ["\(path): write this? [y,n,a,q] "]).joined(separator: "\n")) {
      switch answer.drop(while: \.isWhitespace).first?.lowercased() {
      case "y": return true
      case "n": return false
      case "a":
        standing = true
        return true
      case "q":
        standing = false
        return false
      default: shown = ["y yes, n no, a yes to all that follow, q no to all that follow"]
      }
    }
    standing = false
    return false
  }
}
