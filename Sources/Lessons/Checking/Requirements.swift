/// Which lessons of a course want others to be taken first.
struct Requirements {
  private struct Requirement {
    var lesson: String
    var path: String
    var id: String
  }

  private var identifiers: Set<String> = []
  private var required: [Requirement] = []

  mutating func add(_ lesson: Lesson) {
    identifiers.insert(lesson.id)
    required += lesson.requires.map {
      Requirement(lesson: lesson.id, path: lesson.path, id: $0)
    }
  }

  /// Those that cannot be met: lessons that are not there, and circles.
  var failures: [CheckFailure] {
    required.filter { !identifiers.contains($0.id) }.map { need in
      CheckFailure(
        line: 1,
        message: "\(need.path) requires '\(need.id)', which is no lesson of the course"
      )
    }
      + circles.map { circle in
        CheckFailure(
          line: 1,
          message: circle.count == 1
            ? "'\(circle[0])' requires itself"
            : (circle + [circle[0]]).map { "'\($0)'" }.joined(separator: " requires "),
          hint: "a lesson requires those that come before it"
        )
      }
  }

  /// The circles among lessons that require each other, each told once, from its first lesson on.
  private var circles: [[String]] {
    let needs = Dictionary(grouping: required, by: \.lesson).mapValues { $0.map(\.id) }
    var isDone: Set<String> = []
    var circles: [[String]] = []
    func visit(_ id: String, _ way: [String]) {
      if let start = way.firstIndex(of: id) {
        circles.append(Array(way[start...]))
      } else if isDone.insert(id).inserted {
        for next in needs[id] ?? [] { visit(next, way + [id]) }
      }
    }
    for requirement in required { visit(requirement.lesson, []) }
    return circles
  }
}
