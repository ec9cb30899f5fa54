extension Expression {
  /// How many terms a formula may have once its functions are written out; each level of functions
  /// can double it.
  package static let mostTerms = 5_000

  /// The expression with calls of the learner's own functions replaced by their bodies.
  package func inlining(
    _ definition: (String) -> Definition?,
    depth: Int = 0
  ) throws(Diagnostic) -> Expression {
    switch self {
    case .number, .boolean, .text, .name: return self
    case .negate(let a): return .negate(try a.inlining(definition, depth: depth))
    case .not(let a, let place): return .not(try a.inlining(definition, depth: depth), place)
    case .binary(let op, let a, let b, let place):
      let left = try a.inlining(definition, depth: depth)
      return .binary(op, left, try b.inlining(definition, depth: depth), place)
    case .index(let a, let b, let place):
      let series = try a.inlining(definition, depth: depth)
      return .index(series, try b.inlining(definition, depth: depth), place)
    case .list(let items, let place):
      var inlined: [Expression] = []
      for item in items { inlined.append(try item.inlining(definition, depth: depth)) }
      return .list(inlined, place)
    case .call(let name, let arguments, let place):
      var inlined: [Argument] = []
      for argument in arguments {
        let value = try argument.value.inlining(definition, depth: depth)
        inlined.append(Argument(value, label: argument.label, place: argument.place))
      }
      guard let function = definition(name) else { return .call(name, inlined, place) }
      if depth >= Evaluator.deepestCall { throw .recursion(name, at: place.range) }
      try function.check(inlined, at: place.range)
      let result = try function.body(with: inlined, at: place)
        .inlining(definition, depth: depth + 1)
      if result.hasMoreTerms(than: Self.mostTerms) { throw .tooManyTerms(at: place.range) }
      if result.height > Self.tallest { throw .tooTall(at: place.range) }
      return result
    }
  }

  /// Whether the tree has more than so many nodes; stops counting there.
  private func hasMoreTerms(than most: Int) -> Bool {
    var room = most
    return !fits(&room)
  }

  private func fits(_ room: inout Int) -> Bool {
    room -= 1
    if room < 0 { return false }
    for child in children where !child.fits(&room) { return false }
    return true
  }
}

extension Definition {
  /// The body with the arguments in place; what is wrong in it is pointed at where it is called.
  ///
  /// Arguments go in before the functions further down are written out: a name that one of those
  /// reads is never this one's.
  fileprivate func body(with arguments: [Expression.Argument], at place: Place) -> Expression {
    body.placed(at: place).substituting { wanted in
      for (parameter, argument) in zip(parameters, arguments) where parameter == wanted {
        return argument.value
      }
      return nil
    }
  }
}
