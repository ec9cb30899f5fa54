import Arithmetic
import Foundation
import Optimizers
import Testing

/// A recorded run of a library: settings, parameters and gradients.
struct ReferenceRun: Sendable, CustomTestStringConvertible {
  var title = ""
  var problem = ""
  var rule = OptimizerRule.gd
  var dialect = Dialect.lecture
  var closed = 0.0
  var values: [SettingArgument] = []
  var rows: [[Double]] = []

  var testDescription: String { title }
  var count: Int { rows.last?.count ?? 0 }
  func parameters(_ t: Int) -> [Double] { Array(rows[t][0..<count]) }
  func gradient(_ t: Int) -> [Double] { Array(rows[t][count...]) }
  var steps: Int { rows.count - 1 }

  func kernel() throws -> Optimizer<Double> {
    let words = [SettingArgument.word("dialect", dialect.rawValue)]
    return try Optimizer(RuleSettings(rule, arguments: values + words))
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let all: [ReferenceRun] = {
    let folder = Self.folder.appending(path: "trajectories")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name in
      read((try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
    }
  }()

  static func numbers(_ line: Substring) -> [Double] {
    line.utf8.split(separator: 32).map { NumberReader.double($0) ?? .nan }
  }

  private static func read(_ text: String) -> [ReferenceRun] {
    var runs: [ReferenceRun] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("run ") {
        var run = ReferenceRun()
        run.title = String(line.split(separator: " ")[1])
        for (name, value) in pairs(line) {
          switch name {
          case "problem": run.problem = value
          case "rule": run.rule = RuleCatalog.entries.first { $0.name == value } ?? .gd
          case "dialect": run.dialect = Dialect(rawValue: value) ?? .lecture
          case "closed": run.closed = Double(value) ?? .nan
          default: break
          }
        }
        runs.append(run)
      } else if line.hasPrefix("settings ") {
        runs[runs.count - 1].values = pairs(line).map {
          .number($0.name, NumberReader.double($0.value.utf8) ?? .nan)
        }
      } else {
        runs[runs.count - 1].rows.append(numbers(line))
      }
    }
    return runs
  }

  private static func pairs(_ line: Substring) -> [(name: String, value: String)] {
    line.split(separator: " ").compactMap { word in
      let parts = word.split(separator: "=")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }
}
