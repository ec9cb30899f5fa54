import Formulas
package import Typesetting

extension CellResult {
  /// What the cell answered, as a script prints it and a lesson writes it in its output fence.
  package func text(_ layout: TextLayout = TextLayout()) -> String { styled(layout).plain }

  package func styled(_ layout: TextLayout = TextLayout()) -> StyledText {
    var result = StyledText()
    for statement in statements {
      let part = statement.styled(layout)
      if part.isEmpty { continue }
      if !result.isEmpty { result.append("\n") }
      result.append(part)
    }
    return result
  }
}

extension StatementResult {
  package func styled(_ layout: TextLayout) -> StyledText {
    var layout = layout
    layout.precision = precision
    var result = StyledText()
    for output in outputs {
      if !result.isEmpty { result.append("\n") }
      // Equations of the next parameter stand apart.
      if case .derivation = output, !result.isEmpty { result.append("\n") }
      result.append(output.styled(layout))
    }
    if let diagnostic {
      if !result.isEmpty { result.append("\n") }
      result.append(diagnostic.styled(source: cell, width: layout.width))
    }
    return result
  }
}

extension Diagnostic {
  /// `error: what is wrong`, the line with a caret below the place, and the hint.
  package func styled(source: String, width: Int = 80) -> StyledText {
    var text = StyledText(kind == .error ? "error: " : "not yet: ", .bad)
    text.append(message, .strong)
    if let range, kind == .error {
      let position = range.position(in: source)
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      if position.line <= lines.count {
        let line = String(lines[position.line - 1])
        let excerpt = Excerpt(line, position.column, position.length, most: width - 4)
        text.append("\n  \(excerpt.line)")
        text.append("\n  \(excerpt.caret)", .bad)
      }
    }
    if let hint {
      text.append("\nhint: ", .hint)
      text.append(hint)
    }
    return text
  }
}

/// The part of a line around a place, short enough for a screen.
struct Excerpt {
  let line: String
  let caret: String

  /// `most` columns at most.
  init(_ source: String, _ column: Int, _ length: Int, most: Int) {
    var scalars = Array(source.unicodeScalars)
    if scalars.last == "\r" { scalars.removeLast() }
    var start = 0
    while start < min(column - 1, scalars.count), scalars[start] == " " || scalars[start] == "\t" {
      start += 1
    }
    if column - start > most - 10 { start = column - most / 2 }
    var end = start
    var used = 0
    while end < scalars.count {
      used += DisplayWidth.columns(Self.text(scalars[end...end]))
      if used > most { break }
      end += 1
    }
    let shown = start < end ? scalars[start..<end] : []
    line = Self.text(shown).isEmpty ? " " : Self.text(shown)
    let before = DisplayWidth.columns(Self.text(scalars[start..<min(max(column - 1, start), end)]))
    let marked = DisplayWidth.columns(
      Self.text(scalars[min(column - 1, end)..<min(column - 1 + length, end)])
    )
    let extra = max(column - 1 - scalars.count, 0)
    caret = DisplayWidth.blanks(before + extra) + String(repeating: "^", count: max(marked, 1))
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar == "\t" ? " " : scalar) }
    return VisibleControls.visible(String(view))
  }
}
