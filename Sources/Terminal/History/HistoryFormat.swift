/// The text of the history file: UTF-8, one entry a line, a line feed within an entry written `\n`
/// and a backslash `\\`.
///
/// What cannot be an entry is skipped on reading: bytes that are not UTF-8, control characters,
/// lines that are too long. An unknown escape means itself.
enum HistoryFormat {
  static let longestEntry = 16 * 1024

  /// The entry as a line; nil where it is not worth keeping: empty, too long, with control
  /// characters, or beginning with a blank, which asks not to be remembered.
  static func line(for entry: String) -> String? {
    guard !entry.isEmpty, !entry.hasPrefix(" "), entry.utf8.count <= longestEntry else {
      return nil
    }
    guard hasNoControls(entry.utf8) else { return nil }
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\n"
  }

  static func entries(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard line.count <= 2 * longestEntry, hasNoControls(line),
        let text = String(validating: line, as: UTF8.self)
      else { return nil }
      return entry(for: text)
    }
  }
}

extension HistoryFormat {
  private static func entry(for line: String) -> String {
    guard line.utf8.contains(0x5C) else { return line }
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "n": entry.append("\n")
        case "\\": entry.append("\\")
        default:
          entry.append("\\")
          entry.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.append(scalar)
      }
    }
    if isEscaped { entry.append("\\") }
    return String(entry)
  }

  private static func hasNoControls(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.contains { byte in
      byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A)
    }
  }
}
