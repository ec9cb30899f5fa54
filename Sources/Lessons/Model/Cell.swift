import Formulas

/// A `descent` fence and the `output` fence that directly follows it.
package struct Cell: Equatable, Sendable {
  /// The statements, with LF line ends and a final newline unless empty.
  package var source: String
  /// What the output fence holds; nil where there is none.
  package var expected: String?
  package var words: CellWords
  /// Lines of the fence, from its opening to its closing marks.
  package var lines: ClosedRange<Int>
  /// Lines of the output fence.
  package var outputLines: ClosedRange<Int>?

  package init(
    source: String,
    expected: String? = nil,
    words: CellWords = CellWords(),
    lines: ClosedRange<Int>,
    outputLines: ClosedRange<Int>? = nil
  ) {
    self.source = source
    self.expected = expected
    self.words = words
    self.lines = lines
    self.outputLines = outputLines
  }

  /// Its own fence and that of its output.
  package var allLines: ClosedRange<Int> {
    lines.lowerBound...(outputLines?.upperBound ?? lines.upperBound)
  }

  /// The line of the first statement.
  package var line: Int { lines.lowerBound + 1 }
}

/// The closed set of words after `descent`.
package struct CellWords: Equatable, Sendable {
  /// What part of an exercise a cell is.
  package enum Role: Equatable, Sendable {
    case example
    case starter(exercise: String)
    case solution(exercise: String)
    case check(exercise: String)
  }

  /// A slider on the page: `vary=beta:0:0.99`.
  package struct Slider: Equatable, Sendable {
    package var name: String
    package var lowest: Double
    package var highest: Double

    package init(name: String, lowest: Double, highest: Double) {
      self.name = name
      self.lowest = lowest
      self.highest = highest
    }

    /// How a cell writes the name to which it gives a number, `β1` for `beta1`; nil where none is.
    package func spelling(in source: String) -> String? {
      var words = Lexer(name)
      guard let wanted = try? words.nextStatement()?.first?.name else { return nil }
      let bytes = Array(source.utf8)
      var lexer = Lexer(source)
      while true {
        guard let tokens = try? lexer.nextStatement() else { return nil }
        for (index, token) in tokens.enumerated() where token.name == wanted {
          let rest = tokens.dropFirst(index + 1)
          guard rest.first?.isSign(.assign) == true else { continue }
          if case .number? = rest.dropFirst().first(where: { !$0.isSign(.minus) })?.kind {
            return String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
          }
        }
      }
    }
  }

  /// Run, not shown.
  package var isSetup = false
  /// Run and checked, not shown.
  package var isHidden = false
  /// Run and checked, shown folded.
  package var isFolded = false
  /// Shown, never run.
  package var isSkipped = false
  /// Run, output not compared.
  package var isUnchecked = false
  /// An error is what is expected.
  package var fails = false
  /// Run only when asked for.
  package var isSlow = false
  /// Not editable on the page.
  package var isStatic = false
  /// Numbers are compared as text.
  package var isExact = false
  package var session: String?
  package var tolerance: Double?
  /// Seconds.
  package var timeout: Double?
  package var role = Role.example
  package var sliders: [Slider] = []

  package init() {}
}
