extension Lesson {
  /// A link or an image and where it stands.
  package struct Link: Equatable, Sendable {
    package var target: String
    package var position: SourcePosition

    package init(target: String, position: SourcePosition) {
      self.target = target
      self.position = position
    }
  }

  /// What `#...` may name in this lesson.
  package var anchors: Set<String> {
    var anchors: Set<String> = [Anchors.slug(title)]
    for step in steps {
      anchors.insert(step.anchor)
      Self.collect(step.blocks, &anchors)
    }
    return anchors
  }

  private static func collect(_ blocks: [Block], _ anchors: inout Set<String>) {
    for block in blocks {
      switch block {
      case .heading(_, _, let anchor): anchors.insert(anchor)
      case .exercise(let exercise):
        anchors.insert(exercise.anchor)
        collect(exercise.prompt + exercise.closing, &anchors)
      case .quiz(let quiz):
        anchors.insert(quiz.anchor)
        collect(quiz.prompt + quiz.closing, &anchors)
      case .details(let details): collect(details.blocks, &anchors)
      case .quote(let inner), .alert(_, let inner): collect(inner, &anchors)
      case .list(let list): for item in list.items { collect(item.blocks, &anchors) }
      case .paragraph, .table, .code, .math, .cell, .rule: break
      }
    }
  }
}
