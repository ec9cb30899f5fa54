extension TeXParser {
  /// Bars look alike on both sides: an even number of them in one row encloses things in pairs, as
  /// in `|x| + |y|`; one alone divides, as in `p(a|b)`.
  static func pairingBars(_ items: [MathNode]) -> [MathNode] {
    paired(paired(items, "‖"), "|")
  }

  private static func paired(_ items: [MathNode], _ bar: String) -> [MathNode] {
    let positions = items.indices.filter { isBar(items[$0], bar) }
    if positions.count < 2 || positions.count % 2 == 1 { return items }
    for pair in stride(from: 0, to: positions.count, by: 2) {
      // `||x||` means something else, and an opening bar carries no script.
      let opening = positions[pair]
      if positions[pair + 1] == opening + 1 { return items }
      if case .script = items[opening] { return items }
    }
    var result: [MathNode] = []
    var next = 0
    for pair in stride(from: 0, to: positions.count, by: 2) {
      let (opening, closing) = (positions[pair], positions[pair + 1])
      result += items[next..<opening]
      var inside = Array(items[(opening + 1)..<closing])
      if case .symbol(let sign, .binary) = inside[0], isSign(sign) {
        inside[0] = .symbol(sign, .prefix)
      }
      let fence = MathNode.fenced(bar, .joined(paired(inside, "|")), bar)
      if case .script(_, let below, let above) = items[closing] {
        result.append(.script(fence, below: below, above: above))
      } else {
        result.append(fence)
      }
      next = closing + 1
    }
    return result + items[next...]
  }

  private static func isBar(_ item: MathNode, _ bar: String) -> Bool {
    switch item {
    case .symbol(bar, .none), .script(.symbol(bar, .none), _, _): true
    default: false
    }
  }
}
