/// The name of a file behind a colon command: the rest of the line as it is, or in quotes.
enum FileOperand {
  static func read(_ argument: String) -> String {
    for quote in ["\"", "'"] where argument.count > 1 {
      if argument.hasPrefix(quote), argument.hasSuffix(quote) {
        return String(argument.dropFirst().dropLast())
      }
    }
    return argument
  }

  /// The name that `:save` writes to.
  static func lesson(_ argument: String) -> String {
    let file = read(argument)
    return file.hasSuffix(".md") ? file : file + ".md"
  }

  /// Whether `:run` in a lesson means a file and no statement: it is quoted, or ends as scripts and
  /// lessons do.
  static func isMeant(_ argument: String) -> Bool {
    read(argument) != argument
      || [".md", ".descent", ".txt"].contains { argument.hasSuffix($0) }
  }
}
