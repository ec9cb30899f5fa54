import BuiltTool
import Foundation
import Formulas
import Lessons
import Notebook
import Testing

/// How the exercises of the course itself take answers.
@Suite struct CourseGradingTests {
  static let course = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path()

  /// Exercises that ask for the value of a name, each with where it begins.
  static func exercises() throws -> [(name: String, Exercise, Player)] {
    let renderer = BuiltTool.renderer()
    let course = try Course(directory: Self.course, renderer: renderer)
    let reader = LessonReader(renderer: renderer)
    let data = try CourseData(directory: Self.course).store
    var found: [(name: String, Exercise, Player)] = []
    for entry in course.entries {
      let lesson = try reader.read(path: course.path(of: entry))
      var player = Player(start: LessonStart(lesson.start, data: data))
      player.play(lesson) { part in
        if case .exercise(let exercise, let player) = part.kind,
          let line = exercise.starter.source.split(separator: "\n").first(where: {
            $0.hasSuffix(" = ____")
          }), !line.contains("("), !line.hasPrefix(" ")
        {
          found.append((String(line.dropLast(7)), exercise, player))
        }
        return true
      }
    }
    return found
  }

  @Test func whatTheNotebookPrintsOfARightAnswerIsRight() throws {
    let exercises = try Self.exercises()
    #expect(exercises.count >= 10)
    for (name, exercise, player) in exercises {
      let words = exercise.starter.words
      let session = player.session(named: words.session)
      let solved = player.attempt(exercise.solutionCell.source, as: words, in: session).session
      guard case .number(let value)? = solved.variables[name] else {
        Issue.record("'\(exercise.id)' makes no number '\(name)'")
        continue
      }
      for text in [value.text(digits: 6), value.text(digits: 4), "\(value)"] {
        let source = exercise.starter.source.replacing("____", with: text)
        let check = player.attempt(
          exercise.check.source,
          as: exercise.check.words,
          in: player.attempt(source, as: words, in: session).session,
          judging: LearnerAnswer(source, starter: exercise.starter.source)
        )
        #expect(check.failure == nil, "\(exercise.id): \(text)")
      }
      let wrong = exercise.starter.source.replacing("____", with: "\(value * 1.01 + 0.5)")
      let check = player.attempt(
        exercise.check.source,
        as: exercise.check.words,
        in: player.attempt(wrong, as: words, in: session).session,
        judging: LearnerAnswer(wrong, starter: exercise.starter.source)
      )
      #expect(check.failure?.isExpectation == true, "\(exercise.id)")
    }
  }
}

extension Double {
  fileprivate func text(digits: Int) -> String { String(format: "%.\(digits)g", self) }
}
