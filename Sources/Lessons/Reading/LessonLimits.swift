/// How large the parts of a lesson may be; checked before the Markdown library sees a byte,
/// because known inputs make it hang or abort.
package struct LessonLimits: Equatable, Sendable {
  package var lessonBytes = 1 << 20
  package var lineBytes = 16 << 10
  package var containers = 100
  package var tableColumns = 200
  package var definitionBytes = 4 << 10

  package static let standard = LessonLimits()
}
