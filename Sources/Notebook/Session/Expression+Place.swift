import Formulas

extension Expression {
  /// Where a name first stands in the formula.
  func place(of name: String) -> SourceRange? {
    if case .name(let own, let place) = self { return own == name ? place.range : nil }
    for part in parts {
      if let range = part.place(of: name) { return range }
    }
    return nil
  }

  /// Where `e` has a power that is no number: a letter for the exponential function.
  var powerOfE: Place? {
    if case .binary(.power, .name("e", let place), let exponent, _) = self,
      exponent.constantValue == nil
    {
      return place
    }
    for part in parts {
      if let place = part.powerOfE { return place }
    }
    return nil
  }

  private var parts: [Expression] {
    switch self {
    case .negate(let a): return [a]
    case .not(let a, _): return [a]
    case .binary(_, let a, let b, _): return [a, b]
    case .index(let a, let b, _): return [a, b]
    case .call(_, let arguments, _): return arguments.map { $0.value }
    case .list(let items, _): return items
    default: return []
    }
  }
}
