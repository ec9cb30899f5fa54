/// Everything that is wrong with a lesson, in the order of its lines.
package struct LessonFaults: Error, Equatable, Sendable {
  package var errors: [LocatedError]

  package init(_ errors: [LocatedError]) {
    self.errors = errors
  }

  package var text: String { errors.map(\.text).joined(separator: "\n") }
}
