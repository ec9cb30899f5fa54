/// An interrupted cell as a script can say it: a run that was stopped is a `goto` to where it came,
/// a comparison that was stopped is left out.
package struct Replay: Equatable, Sendable {
  package var source: String
  /// What the source answers.
  package var text: String
}

extension CellResult {
  /// The statements so far, the last of which was stopped after update `t`.
  func replay(from work: Work, at t: Int?) -> Replay {
    var kept = self
    var sources = statements.map { $0.source }
    if !sources.isEmpty {
      sources.removeLast()
      kept.statements.removeLast()
    }
    switch work {
    case .steps, .until:
      guard let t, var last = statements.last else { break }
      sources.append("goto \(t)")
      last.outputs.removeAll {
        if case .note = $0 { true } else { false }
      }
      kept.statements.append(last)
    case .runs, .seeds, .tune, .parting, .none: break
    }
    return Replay(source: sources.joined(separator: "\n"), text: kept.text())
  }
}
