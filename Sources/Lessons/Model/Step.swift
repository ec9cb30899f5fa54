/// One screen of a lesson: an H2 and all up to the next.
package struct Step: Equatable, Sendable {
  /// The H2 as plain text; the lesson's title for its introduction.
  package var title: String
  package var heading: [Inline]
  /// GitHub's way from the heading, `what-adam-is`; unique within a lesson.
  package var anchor: String
  package var line: Int
  package var isIntroduction: Bool
  package var blocks: [Block]

  package init(
    title: String,
    heading: [Inline],
    anchor: String,
    line: Int,
    isIntroduction: Bool = false,
    blocks: [Block] = []
  ) {
    self.title = title
    self.heading = heading
    self.anchor = anchor
    self.line = line
    self.isIntroduction = isIntroduction
    self.blocks = blocks
  }
}
