internal import Notebook

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a learner has done, lesson by lesson, keyed by the lesson's `id`.
package struct Progress: Equatable, Sendable {
  package static let version = 1

  package var lessons: [String: LessonProgress]

  package init(lessons: [String: LessonProgress] = [:]) {
    self.lessons = lessons
  }

  package subscript(id: String) -> LessonProgress {
    get { lessons[id] ?? LessonProgress() }
    set { lessons[id] = newValue }
  }

  /// Both; of what differs the other one, which is later, counts.
  package func merged(with later: Progress) -> Progress {
    Progress(lessons: lessons.merging(later.lessons) { $0.merged(with: $1) })
  }

  /// Forgets a lesson, or all of them.
  package mutating func reset(_ id: String? = nil) {
    if let id { lessons[id] = nil } else { lessons = [:] }
  }
}

extension Progress {
  /// One line a lesson, keys sorted: the same progress is the same bytes.
  package var json: String {
    let entries = lessons.keys.sorted().map { id -> String in
      let lesson = self[id]
      let members = JSONText.object([
        ("position", JSONText.string(lesson.position)),
        ("steps", JSONText.strings(lesson.steps.sorted())),
        ("exercises", JSONText.strings(lesson.exercises.sorted())),
        ("quizzes", JSONText.strings(lesson.quizzes.sorted())),
        ("finished", lesson.isFinished ? "true" : "false"),
      ])
      return "    " + JSONText.string(id) + ": " + members
    }
    let inner = entries.isEmpty ? "" : "\n" + entries.joined(separator: ",\n") + "\n  "
    return "{\n  \"version\": \(Self.version),\n  \"lessons\": {\(inner)}\n}\n"
  }

  /// Why a file is not taken.
  package enum Failure: Error, Equatable {
    case notProgress
    case newer(version: Int)
  }

  package init(json bytes: [UInt8]) throws(Failure) {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    guard let version = (try? decoder.decode(StoredVersion.self, from: data))?.version else {
      throw .notProgress
    }
    if version > Self.version { throw .newer(version: version) }
    guard version == Self.version,
      let stored = try? decoder.decode(StoredLessons.self, from: data)
    else { throw .notProgress }
    lessons = stored.lessons
  }
}

/// What every version has.
private struct StoredVersion: Decodable {
  var version: Int
}

private struct StoredLessons: Decodable {
  var lessons: [String: LessonProgress]
}
