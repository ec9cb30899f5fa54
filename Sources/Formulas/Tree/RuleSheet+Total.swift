package import Arithmetic

extension RuleSheet {
  /// One number that an update makes of all parameters: `n = norm(g)`, `m = mean(v)`; or of those of
  /// a layer, which is a named parameter: `n = norm(w, layer)`.
  package struct Total: Sendable {
    package var kind: OrderedTotal.Kind
    /// What there is one of for each parameter.
    package var term: Expression
    /// Whether each layer has its own.
    package var isOfLayer: Bool
  }

  /// The word that makes a total that of a layer.
  package static let layer = "layer"
}

extension RuleSheet.Equation {
  /// The total that the whole equation is, if it is one.
  package var total: RuleSheet.Total? {
    guard case .call(let name, let arguments, _) = value,
      let kind = OrderedTotal.Kind(rawValue: name), arguments.allSatisfy({ $0.label == nil })
    else { return nil }
    let isOfLayer = arguments.count == 2 && arguments[1].value.isName(RuleSheet.layer)
    guard arguments.count == 1 || isOfLayer else { return nil }
    return RuleSheet.Total(kind: kind, term: arguments[0].value, isOfLayer: isOfLayer)
  }

  /// What the equation reads.
  var read: Expression { total?.term ?? value }
}

extension Expression {
  fileprivate func isName(_ word: String) -> Bool {
    if case .name(word, _) = self { return true }
    return false
  }
}
