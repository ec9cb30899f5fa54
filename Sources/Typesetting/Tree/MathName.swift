extension MathNode {
  /// The node for a name of the notebook: `alpha` is α, `beta1` β with a subscript, `v_hat` v̂,
  /// `dx` the gradient dx, `v.x` v with subscript x, `temp_max` the upright word.
  package static func named(_ name: String) -> MathNode {
    let parts = split(name, at: ".")
    var node = component(parts[0])
    for part in parts.dropFirst() { node = subscripted(node, component(part)) }
    return node
  }

  private static func component(_ name: String) -> MathNode {
    let words = split(name, at: "_")
    if words.count == 1 { return word(name) }
    if words.contains("") { return .identifier(name) }
    var node = word(words[0])
    var differential: MathNode?
    if case .row(let items) = node {
      differential = items[0]
      node = items[1]
    }
    var isSymbol = node.isSymbolLike
    for word in words.dropFirst() {
      if let accent = accent(named: word), !node.hasAccent {
        node = accented(node, accent)
        isSymbol = true
      } else if isSymbol {
        node = subscripted(node, self.word(word))
      } else {
        return .identifier(name)
      }
    }
    if let differential { return .row([differential, node]) }
    return node
  }

  /// A word without dots and underscores.
  private static func word(_ word: String) -> MathNode {
    let scalars = Array(word.unicodeScalars)
    if scalars.isEmpty || scalars.allSatisfy(TeXParser.isDigit) { return .number(word) }
    if let letter = letter(named: word) { return letter }
    let digits = scalars.reversed().prefix(while: TeXParser.isDigit).count
    if digits > 0, digits < scalars.count {
      let base = text(scalars.dropLast(digits))
      if let letter = letter(named: base) {
        return .script(letter, below: .number(text(scalars.suffix(digits))), above: nil)
      }
    }
    if scalars[0] == "d", scalars.count > 1 {
      let rest = self.word(text(scalars.dropFirst()))
      if rest.isSymbolLike { return .row([.identifier("d"), rest]) }
    }
    return .identifier(word)
  }

  /// One letter, or a Greek one by its name.
  private static func letter(named name: String) -> MathNode? {
    if name.unicodeScalars.count == 1 {
      return name == "ϵ" ? .identifier("ε") : .identifier(name)
    }
    switch name {
    case "eps": return .identifier("ε")
    case "inf", "infinity": return .identifier("∞")
    default: break
    }
    for command in TeX.greek where command.name == name {
      if case .letter(let letter) = command.meaning { return .identifier(letter) }
    }
    return nil
  }

  private static func accent(named name: String) -> Accent? {
    switch name {
    case "hat": .hat
    case "tilde": .tilde
    case "bar", "mean": .bar
    case "vec": .arrow
    default: nil
    }
  }

  /// The accent goes on the letter, not on its subscript.
  private static func accented(_ node: MathNode, _ accent: Accent) -> MathNode {
    if case .script(let base, let below, let above) = node {
      return .script(.accent(base, accent), below: below, above: above)
    }
    return .accent(node, accent)
  }

  /// A second subscript follows the first after a comma.
  private static func subscripted(_ node: MathNode, _ below: MathNode) -> MathNode {
    if case .script(let base, let first?, let above) = node {
      let both = first.items + [.symbol(",", .punctuation), below]
      return .script(base, below: .row(both), above: above)
    }
    return .script(node, below: below, above: nil)
  }

  /// Short enough to carry a subscript: a letter, with or without accent and number.
  private var isSymbolLike: Bool {
    switch self {
    case .identifier: isOneLetter
    case .accent: true
    case .script(let base, _, _): base.isSymbolLike
    default: false
    }
  }

  private var hasAccent: Bool {
    switch self {
    case .accent: true
    case .script(let base, _, _): base.hasAccent
    default: false
    }
  }

  private static func split(_ name: String, at mark: Unicode.Scalar) -> [String] {
    name.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false).map { String($0) }
  }

  private static func text(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
