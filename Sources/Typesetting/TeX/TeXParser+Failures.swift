extension TeXParser {
  func text(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    for position in start..<min(max(start, end), scalars.count) { view.append(scalars[position]) }
    return String(view)
  }

  func failure(_ message: String, at position: Int, hint: String? = nil) -> MathError {
    var column = 1
    for scalar in scalars.prefix(position) where !MathError.joinsPrevious(scalar) { column += 1 }
    return MathError(column: column, message: message, hint: hint)
  }

  func unknown(_ name: String, at position: Int) -> MathError {
    if name.isEmpty { return failure("a '\\' with nothing after it", at: position) }
    let message = "unknown command '\\\(VisibleControls.visible(name))'"
    for (known, advice) in TeXParser.advice where known == name {
      return failure(message, at: position, hint: advice)
    }
    let names = TeX.commands.map { $0.name }
    guard name.utf8.count > 1, let closest = Spelling.closest(to: name, in: names) else {
      return failure(message, at: position)
    }
    return failure(message, at: position, hint: "did you mean '\\\(closest)'?")
  }

  func unknownEnvironment(_ name: String, at position: Int) -> MathError {
    let message = "unknown environment '\(VisibleControls.visible(name))'"
    switch name {
    case "align", "align*", "eqnarray", "equation", "equation*", "gather", "split":
      return failure(message, at: position, hint: "use 'aligned'")
    case "array": return failure(message, at: position, hint: "use 'matrix'")
    default:
      if let closest = Spelling.closest(to: name, in: TeX.environments) {
        return failure(message, at: position, hint: "did you mean '\(closest)'?")
      }
      return failure(
        message,
        at: position,
        hint: "one of " + TeX.environments.joined(separator: ", ")
      )
    }
  }

  /// Commands that authors reach for, and what to write for them here; nil where nothing here would
  /// mean the same.
  private static let advice: [(String, String?)] = [
    ("argmax", "write \\operatorname*{argmax}"), ("argmin", "write \\operatorname*{argmin}"),
    ("sign", "write \\operatorname{sign}"), ("sgn", "write \\operatorname{sgn}"),
    ("softmax", "write \\operatorname{softmax}"), ("diag", "write \\operatorname{diag}"),
    ("abs", "write \\lvert x \\rvert"), ("norm", "write \\lVert x \\rVert"),
    ("mbox", "write \\text{...}"), ("textrm", "write \\text{...}"),
    ("textbf", "write \\text{...}"), ("textit", "write \\text{...}"),
    ("bm", "write \\boldsymbol{...}"), ("bold", "write \\mathbf{...}"),
    ("bf", "write \\mathbf{...}"), ("rm", "write \\mathrm{...}"), ("cal", "write \\mathcal{...}"),
    ("R", "write \\mathbb{R}"), ("N", "write \\mathbb{N}"), ("E", "write \\mathbb{E}"),
    ("over", "write \\frac{a}{b}"), ("coloneqq", "write :="), ("cr", "write \\\\"),
    ("not", "write \\notin for \\not\\in, \\ne for \\not="), ("prime", "write f'"), ("hbar", nil),
    ("mathit", "write \\text{...}"), ("mathsf", "write \\mathrm{...}"),
    ("mathtt", "write \\text{...}"),
    ("displaystyle", "leave it out"), ("textstyle", "leave it out"), ("limits", "leave it out"),
    ("nolimits", "leave it out"), ("label", "leave it out"), ("tag", "leave it out"),
    ("def", "there are no macros"), ("newcommand", "there are no macros"),
  ]
}
