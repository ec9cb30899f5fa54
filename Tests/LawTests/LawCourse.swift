import BuiltTool
import Foundation
import Lessons
import Notebook

/// A course of lessons made from seeds, with data of its own and outputs that were accepted.
enum LawCourse {
  static func make(_ count: Int) throws -> URL {
    let named = ProcessInfo.processInfo.environment["LAW_COURSE"]
    let folder =
      named.map { URL(filePath: $0) }
      ?? FileManager.default.temporaryDirectory.appending(path: "law-\(UUID().uuidString)")
    try? FileManager.default.removeItem(at: folder)
    let dataFolder = folder.appending(path: "data")
    try FileManager.default.createDirectory(at: dataFolder, withIntermediateDirectories: true)
    try Data("a,b\n1,10\n2,20.5\n".utf8).write(to: dataFolder.appending(path: "own.csv"))
    var contents = "# Law\n\n"
    for seed in 1...count {
      let made = GeneratedLesson(seed: UInt64(seed))
      let path = folder.path + "/" + made.name + ".md"
      try Data(made.text.utf8).write(to: URL(filePath: path))
      contents += "1. [\(made.name)](\(made.name).md): made from a seed.\n"
    }
    try Data(contents.utf8).write(to: folder.appending(path: "README.md"))
    try acceptOutputs(of: folder.path)
    try Data(verdicts.utf8).write(to: folder.appending(path: "verdicts.tsv"))
    return folder
  }

  /// Writes into the lessons what their cells put out.
  private static func acceptOutputs(of folder: String) throws {
    let renderer = BuiltTool.renderer()
    let data = try CourseData(directory: folder).store
    var checker = CourseChecker(
      course: try Course(directory: folder, renderer: renderer),
      reader: LessonReader(renderer: renderer),
      options: .init(includesSlow: true),
      start: { LessonStart($0.start, data: data) }
    )
    checker.wantsEdit = { _, _ in true }
    if let obstacle = checker.report().lessons.compactMap(\.obstacle).first { throw obstacle }
  }

  /// What the notebook says to numbers given to quizzes, for the engine to say the same: the answer,
  /// what was typed and the verdict, a line each.
  private static var verdicts: String {
    let session = Session()
    var lines = ""
    for answer in ["50 ± 1", "0.25", "−1.88", "1024", "1/3", "1e-6", "6.02e23"] {
      for typed in [
        "50", "50.9", "51.5", "49,5", "0.25", ".25", "1/4", "0.2", "0.250", "25e-2", "−1.88",
        "-1.88", "-188/100", "-1,88", "1.88", "-1.9", "1024", "1,024", "1 024", "2^10", "2**10",
        "0.333", "0.33", "1/3", "1e-6", "0.000001", "6.02e23", "", " ", "x", "1 +", "nan", "1/0",
        "help", "fifty", "\u{0661}", "0x32", "5０", "--1", "sqrt(2500)", "mean([49, 51])",
      ] {
        guard let number = NumericAnswer(answer) else { continue }
        lines += "\(answer)\t\(typed)\t\(session.judge(typed, against: number))\n"
      }
    }
    return lines
  }

  /// Unless it was asked for.
  static func remove(_ folder: URL) {
    if ProcessInfo.processInfo.environment["LAW_COURSE"] != nil { return }
    try? FileManager.default.removeItem(at: folder)
  }
}

/// What `descent run` prints of each cell of each file: cells begin by printing their number.
struct PrintedCells {
  private var texts: [String: [Int: String]] = [:]

  /// Many files to one call: a lesson begins where a cell 1 does.
  init(_ files: [String]) throws {
    for start in stride(from: 0, to: files.count, by: 200) {
      let some = files[start..<min(start + 200, files.count)]
      let process = Process()
      process.executableURL = URL(filePath: BuiltTool.path)
      process.arguments = ["run"] + some
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      if process.terminationStatus != 0 { continue }
      for (file, cells) in zip(some, Self.lessons(data)) { texts[file] = cells }
    }
  }

  subscript(file: String) -> [Int: String] { texts[file] ?? [:] }

  private static func lessons(_ data: Data) -> [[Int: String]] {
    var lessons: [[Int: String]] = []
    var number = 0
    for line in String(decoding: data, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      if line.hasPrefix("cell "), let next = Int(line.dropFirst(5)) {
        if next == 1 { lessons.append([:]) }
        number = next
      }
      if !lessons.isEmpty { lessons[lessons.count - 1][number, default: ""] += line + "\n" }
    }
    return lessons
  }
}
