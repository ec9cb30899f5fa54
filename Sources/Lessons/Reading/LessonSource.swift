package import System

/// A lesson's text as its file holds it, checked against the limits before anything parses it.
///
/// Line ends become LF and a byte-order mark goes, so that lines keep their numbers; who rewrites
/// a file (`Acceptance`) works on its bytes.
package struct LessonSource: Equatable, Sendable {
  package let path: String
  /// UTF-8 without byte-order mark, line ends LF.
  package let bytes: [UInt8]
  /// Where each line begins.
  let lineStarts: [Int]
  /// Lines of front matter, its two marks included; 0 without one.
  package let frontMatterLines: Int
  /// What does not keep the file from being read, but should be looked at.
  let warnings: [LocatedError]

  package init(
    path: String,
    bytes: [UInt8],
    limits: LessonLimits = .standard
  ) throws(LocatedError) {
    self.path = path
    if bytes.count > limits.lessonBytes {
      throw LocatedError(
        file: path,
        message: "the lesson is longer than \(limits.lessonBytes >> 20) MiB",
        hint: "split it"
      )
    }
    if let fault = LessonEncoding.fault(in: bytes, file: path) { throw fault }
    let clean = Self.normalised(bytes)
    var starts = [0]
    for (index, byte) in clean.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    if starts.last == clean.count && starts.count > 1 { starts.removeLast() }
    self.bytes = clean
    lineStarts = starts
    warnings = LessonEncoding.mixedLineEnds(in: bytes, file: path).map { [$0] } ?? []
    frontMatterLines = try Self.frontMatterLines(clean, starts, path)
    try LimitChecker(source: self, limits: limits).check()
  }

  /// Reads a file that was named.
  package init(path: String, limits: LessonLimits = .standard) throws(LocatedError) {
    let bytes = try LocatedError.asking { () throws(SystemError) in
      try NamedFile.read(path, limit: limits.lessonBytes + Self.excess)
    }
    try self.init(path: path, bytes: bytes, limits: limits)
  }

  /// Reads a file of a course, from which no link leads out.
  ///
  /// `shown` is what messages call it, where that is not its place in the course's folder.
  package init(
    file: String,
    in folder: Folder,
    shown: String? = nil,
    limits: LessonLimits = .standard
  ) throws(LocatedError) {
    let bytes = try LocatedError.asking { () throws(SystemError) in
      try folder.read(file, limit: limits.lessonBytes + Self.excess)
    }
    try self.init(path: shown ?? folder.path(of: file), bytes: bytes, limits: limits)
  }

  /// So many bytes more than allowed are read, so that it is the limit which speaks.
  static let excess = 4096

  package var lineCount: Int { lineStarts.count }

  /// A line, counted from 1, without its end.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1 && number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    if end > start && bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    return bytes[start..<end]
  }

  /// What follows the front matter.
  package var body: [UInt8] {
    if frontMatterLines == 0 { return bytes }
    if frontMatterLines >= lineStarts.count { return [] }
    return Array(bytes[lineStarts[frontMatterLines]...])
  }

  /// The column in characters of a byte column, both from 1.
  func column(line number: Int, byteColumn: Int) -> Int {
    let line = line(number)
    let end = min(line.startIndex + max(byteColumn - 1, 0), line.endIndex)
    return String(decoding: line[line.startIndex..<end], as: UTF8.self).count + 1
  }
}

extension LessonSource {
  private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = hasMark ? 3 : 0
    if !hasMark && !bytes.contains(UInt8(ascii: "\r")) { return bytes }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\r") {
        clean.append(UInt8(ascii: "\n"))
        if index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
      } else {
        clean.append(bytes[index])
      }
      index += 1
    }
    return clean
  }

  private static func frontMatterLines(
    _ bytes: [UInt8],
    _ starts: [Int],
    _ path: String
  ) throws(LocatedError) -> Int {
    func line(_ index: Int) -> ArraySlice<UInt8> {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      var line = index < starts.count ? bytes[starts[index]..<end] : []
      while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0A { line.removeLast() }
      return line
    }
    func isMark(_ index: Int) -> Bool { line(index).elementsEqual("---".utf8) }
    func isBlank(_ index: Int) -> Bool { line(index).isEmpty }
    func isKey(_ index: Int) -> Bool {
      let word = line(index).prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
      return !word.isEmpty && line(index).dropFirst(word.count).first == UInt8(ascii: ":")
    }
    let first = starts.indices.first { !isBlank($0) } ?? 0
    if first > 0, isMark(first), isKey(first + 1) {
      throw LocatedError(
        file: path,
        position: SourcePosition(line: 1),
        message: "a blank line before the front matter, which then is none",
        hint: "begin the file with its line '---'"
      )
    }
    guard isMark(0) else { return 0 }
    for index in starts.indices.dropFirst() where isMark(index) { return index + 1 }
    throw LocatedError(
      file: path,
      position: SourcePosition(line: 1),
      message: "front matter has no end",
      hint: "close it with a line '---'"
    )
  }
}
