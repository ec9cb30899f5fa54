/// A command of the TeX subset: its name, what it is good for, and how the reader treats it.
package struct TeXCommand: Sendable {
  /// The headings of the documentation.
  package enum Group: Equatable, Sendable, CaseIterable {
    case greek, letters, binary, relations, brackets, large, functions, structures, accents
    case alphabets, words, spaces, characters

    package var title: String {
      switch self {
      case .greek: "Greek letters"
      case .letters: "Other letters and signs"
      case .binary: "Operators between two things"
      case .relations: "Relations and arrows"
      case .brackets: "Brackets"
      case .large: "Sums and their like"
      case .functions: "Functions"
      case .structures: "Fractions, roots, braces, rows"
      case .accents: "Accents"
      case .alphabets: "Alphabets"
      case .words: "Words"
      case .spaces: "Spaces"
      case .characters: "Characters with another meaning"
      }
    }
  }

  /// What the reader does at the command.
  enum Meaning: Sendable {
    case letter(String)
    case symbol(String, MathNode.Spacing)
    /// A bracket, which `\left` and `\right` take too.
    case bracket(String, MathNode.Spacing)
    case function(limits: Bool)
    case space(Int)
    case fraction, root, text, roman, operatorName, underbrace
    case accent(MathNode.Accent)
    case alphabet(MathAlphabet)
    case stacked(above: Bool)
    /// `\bigl` and its like: the bracket after it; its size follows from what it holds.
    case sized
    case left, right, begin, end, lineBreak
  }

  /// Without the backslash.
  package let name: String
  package let group: Group
  /// A formula that uses it.
  package let example: String
  let meaning: Meaning

  init(_ name: String, _ group: Group, _ meaning: Meaning, example: String? = nil) {
    self.name = name
    self.group = group
    self.meaning = meaning
    self.example = example ?? "\\" + name
  }
}
