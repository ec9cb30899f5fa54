/// One Markdown file, read: a title (H1), steps (each H2) and what its front matter says.
package struct Lesson: Equatable, Sendable {
  /// As it was given; shown in errors.
  package var path: String
  /// The stable key of progress; the file's name without its ending where front matter has none.
  package var id: String
  /// The H1 as plain text.
  package var title: String
  package var heading: [Inline]
  /// One sentence; the front matter's.
  package var summary: String
  /// Identifiers of lessons to take first.
  package var requires: [String]
  package var seed: UInt64?
  package var precision: Int?
  /// Names its page had before, in the same folder.
  package var was: [String] = []
  /// Text before the first H2 is a step of its own, `isIntroduction`.
  package var steps: [Step]
  package var footnotes: [Footnote]
  /// Decimals in its prose that nothing proves.
  package var unproven: [UnprovenDecimal] = []
  /// Every link and image, in order.
  package var links: [Link] = []
  /// What is read all the same, but should be looked at.
  package var warnings: [LocatedError] = []
  /// The line of the H1.
  package var line: Int
  /// How many lines its file has.
  package var lineCount = 0

  package init(
    path: String,
    id: String,
    title: String,
    heading: [Inline],
    summary: String = "",
    requires: [String] = [],
    seed: UInt64? = nil,
    precision: Int? = nil,
    steps: [Step] = [],
    footnotes: [Footnote] = [],
    line: Int = 1
  ) {
    self.path = path
    self.id = id
    self.title = title
    self.heading = heading
    self.summary = summary
    self.requires = requires
    self.seed = seed
    self.precision = precision
    self.steps = steps
    self.footnotes = footnotes
    self.line = line
  }
}
