/// Whether a file's bytes are the text a lesson can be, and what they are if not.
enum LessonEncoding {
  /// What keeps the bytes from being read as UTF-8 text.
  static func fault(in bytes: [UInt8], file: String) -> LocatedError? {
    func error(at index: Int, _ message: String, _ hint: String) -> LocatedError {
      LocatedError(
        file: file,
        position: position(of: index, in: bytes),
        message: message,
        hint: hint
      )
    }
    if let wide = wideEncoding(bytes) {
      return error(at: 0, "the text is \(wide)", "save the file as UTF-8")
    }
    if let index = bytes.firstIndex(of: 0) {
      return error(at: index, "a NUL byte is not text", "take it out, or save the file as text")
    }
    if let index = firstInvalid(bytes) {
      let byte = bytes[index]
      let name = "the byte 0x" + String(byte, radix: 16, uppercase: true) + " is not UTF-8"
      // The first 256 signs of Unicode are Latin-1's; below A0 that has only controls.
      let guess = byte >= 0xA0 ? "; in Latin-1 it is '\(Unicode.Scalar(byte))'" : ""
      return error(at: index, name + guess, "save the file as UTF-8")
    }
    return strayMark(bytes).map {
      error(
        at: $0,
        "a byte-order mark in the middle of the text",
        "take it out: it is invisible, and comes from joining files"
      )
    }
  }

  /// Editors and machines take the ends of lines for another thing than people do.
  static func mixedLineEnds(in bytes: [UInt8], file: String) -> LocatedError? {
    guard bytes.contains(carriageReturn) else { return nil }
    var first: String?
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == lineFeed && index > 0 && bytes[index - 1] == carriageReturn
      let isAlone =
        byte == carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != lineFeed)
      guard byte == lineFeed || isAlone else { continue }
      let end = isPair ? "CR LF" : isAlone ? "CR" : "LF"
      if first == nil { first = end }
      if let first, first != end {
        return LocatedError(
          file: file,
          position: SourcePosition(line: position(of: index, in: bytes).line),
          message: "the line ends in \(end), those before it in \(first)",
          hint: "let all lines end alike",
          isWarning: true
        )
      }
    }
    return nil
  }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

extension LessonEncoding {
  /// The name of an encoding whose units are wider than a byte: by its mark, or because every other
  /// byte of the beginning is 0.
  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let head = bytes.prefix(64)
    let zeros = head.indices.filter { head[$0] == 0 }
    let isEveryOther = Set(zeros.map { $0 % 2 }).count == 1 && zeros.count * 3 >= head.count
    return isEveryOther && head.count >= 4 ? "UTF-16" : nil
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var index = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): index += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return index
      }
    }
  }

  /// A byte-order mark that does not begin the file.
  private static func strayMark(_ bytes: [UInt8]) -> Int? {
    guard bytes.dropFirst().contains(0xEF) else { return nil }
    return bytes.indices.dropFirst().first { bytes[$0...].starts(with: [0xEF, 0xBB, 0xBF]) }
  }

  /// Lines end in LF, CR LF or CR; columns count characters.
  private static func position(of index: Int, in bytes: [UInt8]) -> SourcePosition {
    var line = 1
    var start = 0
    for place in 0..<index {
      let isEnd =
        bytes[place] == lineFeed
        || (bytes[place] == carriageReturn && bytes[place + 1] != lineFeed)
      if isEnd { (line, start) = (line + 1, place + 1) }
    }
    let before = bytes[start..<index]
    let hasMark = start == 0 && before.starts(with: [0xEF, 0xBB, 0xBF])
    let column = String(decoding: before.dropFirst(hasMark ? 3 : 0), as: UTF8.self).count + 1
    return SourcePosition(line: line, column: column)
  }
}
