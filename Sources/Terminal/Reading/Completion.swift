package import Typesetting

/// Something that could stand at the cursor.
package struct Candidate: Equatable, Sendable {
  package var text: String
  /// One line that says what it is; may be empty.
  package var summary: String
  /// Where in the entry it begins, in UTF-8 bytes; it replaces all from there to the cursor.
  package var start: Int

  package init(text: String, summary: String = "", start: Int) {
    self.text = text
    self.summary = summary
    self.start = start
  }
}

/// What one press of Tab does.
package enum Completion: Equatable {
  case nothing
  /// Deletes so many characters before the cursor and inserts a text.
  case replace(deleting: Int, inserting: String)
  case list

  /// - Parameters:
  ///   - before: the entry up to the cursor.
  ///   - after: the entry from the cursor on.
  package init(_ candidates: [Candidate], before: String, after: String) {
    guard let first = candidates.first, first.start >= 0, first.start <= before.utf8.count else {
      self = .nothing
      return
    }
    let typed = String(decoding: before.utf8.dropFirst(first.start), as: UTF8.self)
    var common = Self.commonPrefix(candidates.map(\.text))
    if candidates.count == 1 && Self.wantsBlank(first.text, after) { common += " " }
    if common == typed || (candidates.count > 1 && !Self.extends(common, typed)) {
      self = candidates.count > 1 ? .list : .nothing
    } else if common.hasPrefix(typed) {
      let rest = String(decoding: common.utf8.dropFirst(typed.utf8.count), as: UTF8.self)
      self = .replace(deleting: 0, inserting: rest)
    } else {
      self = .replace(deleting: typed.unicodeScalars.count, inserting: common)
    }
  }

  /// The candidates with their summaries in a column, cut at the width of the screen.
  package static func listing(_ candidates: [Candidate], columns: Int) -> [StyledText] {
    let longest = candidates.map { DisplayWidth.columns($0.text) }.max() ?? 0
    let nameColumns = min(longest, max(8, columns / 2)) + 2
    return candidates.map { candidate in
      var row = StyledText("  ")
      let name = DisplayWidth.truncated(oneLine(candidate.text), to: columns - 3)
      if candidate.summary.isEmpty {
        row.append(name, .name)
        return row
      }
      row.append(DisplayWidth.padded(name, to: nameColumns), .name)
      let room = columns - 3 - max(nameColumns, DisplayWidth.columns(name))
      if room > 4 {
        row.append(DisplayWidth.truncated(oneLine(candidate.summary), to: room), .faint)
      }
      return row
    }
  }
}

extension Completion {
  private static func commonPrefix(_ texts: [String]) -> String {
    guard var common = texts.first?.unicodeScalars[...] else { return "" }
    for text in texts.dropFirst() {
      var end = common.startIndex
      for (left, right) in zip(common, text.unicodeScalars) {
        if left != right { break }
        end = common.index(after: end)
      }
      common = common[..<end]
    }
    return String(String.UnicodeScalarView(common))
  }

  private static func extends(_ common: String, _ typed: String) -> Bool {
    common.utf8.count > typed.utf8.count && common.hasPrefix(typed)
  }

  /// A finished word is followed by a blank, but not an open bracket, a path or an equals sign.
  private static func wantsBlank(_ text: String, _ after: String) -> Bool {
    guard let last = text.unicodeScalars.last, after.isEmpty else { return false }
    // A letter that was asked for by its name begins a word or ends one.
    if !last.isASCII { return false }
    switch last {
    case "(", "[", "{", "=", "/", ".", " ": return false
    default: return true
    }
  }

  private static func oneLine(_ text: String) -> String {
    VisibleControls.visible(String(text.unicodeScalars.prefix { $0 != "\n" }))
  }
}
