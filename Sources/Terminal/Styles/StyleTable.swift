package import Typesetting

/// How each `TextStyle` looks at a colour depth, and text dressed so for the terminal.
///
/// This is the only place that makes colour escapes, and every text passes the control filter on
/// its way through: what comes out holds no control character but line feeds, tabs and these
/// escapes (`ESC [ ... m`).
package struct StyleTable: Equatable, Sendable {
  package let depth: ColourDepth
  package let background: Background

  package init(depth: ColourDepth, background: Background = .any) {
    self.depth = depth
    self.background = background
  }

  /// The text as bytes for the terminal.
  ///
  /// Escapes never span a line feed, so that a background does not run to the edge of the screen.
  package func dressed(_ text: StyledText) -> String {
    var result = ""
    for span in text.spans {
      let visible = VisibleControls.visible(span.text)
      guard let code = code(for: span.style) else {
        result += visible
        continue
      }
      var isFirst = true
      for line in visible.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { result += "\n" }
        isFirst = false
        if !line.isEmpty { result += "\u{1B}[" + code + "m" + line + "\u{1B}[0m" }
      }
    }
    return result
  }

  /// The numbers between `ESC [` and `m`; nil where the style looks plain.
  package func code(for style: TextStyle) -> String? {
    if depth == .none { return nil }
    if case .paint(let foreground, let background) = style {
      let parts = [painted(foreground, base: 30), painted(background, base: 40)].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ";")
    }
    let look = Self.look(of: style)
    var parts: [String] = []
    if look.isBold { parts.append("1") }
    if let colour = look.colour {
      var isLine = false
      if case .series = style { isLine = true }
      let code =
        depth == .sixteen
        ? colour.sixteen(on: background, isLine: isLine).map { String($0) }
        : painted(colour.rgb(on: background), base: 30)
      if let code { parts.append(code) }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ";")
  }
}

extension StyleTable {
  private static func look(of style: TextStyle) -> (isBold: Bool, colour: Palette?) {
    switch style {
    case .plain, .paint: (false, nil)
    case .strong: (true, nil)
    case .faint, .hint: (false, .grey)
    case .heading: (true, .sky)
    case .name: (false, .sky)
    case .number: (false, .orange)
    case .keyword: (true, .purple)
    case .changed: (true, .orange)
    case .good: (false, .green)
    case .bad: (true, .vermillion)
    case .series(let index):
      (false, Palette.series[max(0, index) % Palette.series.count])
    }
  }

  /// A colour's code at this depth; `base` is 30 for the foreground, 40 for the background.
  private func painted(_ rgb: Int, base: Int) -> String? {
    if rgb < 0 { return nil }
    switch depth {
    case .none:
      return nil
    case .sixteen:
      return String(Palette.nearestOfSixteen(rgb) + base - 30)
    case .indexed:
      return "\(base + 8);5;\(Palette.indexed(rgb))"
    case .full:
      let parts = Palette.components(rgb)
      return "\(base + 8);2;\(parts[0]);\(parts[1]);\(parts[2])"
    }
  }
}
