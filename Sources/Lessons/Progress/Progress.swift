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
      let members: [(String, JSONText)] = [
        ("position", .string(lesson.position)),
        ("steps", .array(lesson.steps.sorted().map { .string($0) })),
        ("exercises", .array(lesson.exercises.sorted().map { .string($0) })),
        ("quizzes", .array(lesson.quizzes.sorted().map { .string($0) })),
        ("finished", .bool(lesson.isFinished)),
      ]
      return "    " + JSONText.quoted(id) + ": " + JSONText.line(members)
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
    guard let root = JSONValue(bytes)?.object, let version = root["version"]?.integer else {
      throw .notProgress
    }
    if version > Self.version { throw .newer(version: version) }
    guard version == Self.version, let entries = root["lessons"]?.object else {
      throw .notProgress
    }
    lessons = [:]
    for (id, entry) in entries {
      guard let members = entry.object, let position = members["position"]?.string,
        let steps = Self.strings(members["steps"]),
        let exercises = Self.strings(members["exercises"]),
        let quizzes = Self.strings(members["quizzes"]), let isFinished = members["finished"]?.bool
      else { throw .notProgress }
      lessons[id] = LessonProgress(
        position: position,
        steps: steps,
        exercises: exercises,
        quizzes: quizzes,
        isFinished: isFinished
      )
    }
  }

  private static func strings(_ value: JSONValue?) -> Set<String>? {
    guard let values = value?.array else { return nil }
    let strings = values.compactMap(\.string)
    return strings.count == values.count ? Set(strings) : nil
  }
}
