import ArgumentParser
import Lessons
import Terminal

/// How `descent test` tells what it found.
enum TestFormat: String, CaseIterable, ExpressibleByArgument {
  case text, junit, json, github

  /// One lesson, as soon as it was checked.
  func show(_ report: LessonReport, _ console: Console) {
    switch self {
    case .text:
      for line in report.difference { console.output.writeLine(line) }
      let accepted = report.cases.count { $0.isAccepted }
      if accepted > 0 { console.output.writeLine("\(report.path): \(accepted) accepted") }
      for text in report.failureTexts { console.output.writeLine(text) }
    case .github: for text in report.annotations { console.output.writeLine(text) }
    case .junit, .json: break
    }
    if let obstacle = report.obstacle { console.report(obstacle) }
  }

  /// All of it, once everything was checked.
  func conclude(_ report: CheckReport, _ console: Console) {
    switch self {
    case .text, .github: for line in report.conclusion { console.output.writeLine(line) }
    case .junit: console.output.write(report.junit)
    case .json: console.output.write(report.json)
    }
  }
}
