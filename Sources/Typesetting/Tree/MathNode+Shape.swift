/// Questions about a node that several renderings ask.
extension MathNode {
  /// What carries the scripts.
  var nucleus: MathNode {
    switch self {
    case .script(let base, _, _), .stacked(let base, _, _): base.nucleus
    default: self
    }
  }

  var isFunction: Bool {
    if case .function = nucleus { return true }
    return false
  }

  var isFraction: Bool {
    if case .fraction = self { return true }
    return false
  }

  /// A base of one letter or digit, over which an accent need not stretch.
  var isOneLetter: Bool {
    switch self {
    case .identifier(let text), .upright(let text), .number(let text):
      text.unicodeScalars.count == 1
    default: false
    }
  }

  /// Whether brackets around it ought to grow.
  var isTall: Bool {
    switch self {
    case .fraction, .grid, .underbrace, .stacked: true
    case .symbol(_, .large): true
    case .row(let items): items.contains { $0.isTall }
    case .root(let body), .indexedRoot(let body, _), .accent(let body, _): body.isTall
    case .fenced(_, let body, _): body.isTall
    case .script(let base, _, _): base.isTall
    default: false
    }
  }

  /// Whether TeX's thin space may stand beside it: things, not signs and not spaces.
  var takesThinSpace: Bool {
    switch nucleus {
    case .symbol, .space, .text: false
    case .row(let items): !items.isEmpty
    default: true
    }
  }
}
