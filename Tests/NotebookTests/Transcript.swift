import Foundation
import Testing

/// A lesson that only shows what a command answers: cells and what stands under them.
struct Transcript: Sendable, CustomTestStringConvertible {
  struct Cell: Sendable {
    var line: Int
    var source: String
    var output: String
    var fails: Bool
  }

  var name: String
  var cells: [Cell]

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  static let all: [Transcript] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      let file = folder.appending(path: name)
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return Transcript(name: String(name.dropLast(3)), cells: cells(of: text))
    }
  }()

  private static func cells(of text: String) -> [Cell] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var cells: [Cell] = []
    var index = 0
    while index < lines.count {
      let fence = lines[index]
      if fence.hasPrefix("```") {
        let end = lines[(index + 1)...].firstIndex(of: "```") ?? lines.count
        let body = lines[(index + 1)..<end].joined(separator: "\n")
        if fence.hasPrefix("```descent") {
          let fails = fence.hasSuffix(" fails")
          cells.append(Cell(line: index + 1, source: body, output: "", fails: fails))
        } else if fence == "```output", !cells.isEmpty {
          cells[cells.count - 1].output = body
        }
        index = end
      }
      index += 1
    }
    return cells
  }
}
