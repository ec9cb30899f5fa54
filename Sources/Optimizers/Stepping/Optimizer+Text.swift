internal import Arithmetic

extension Optimizer: CustomStringConvertible {
  /// The rule with its settings, as the notebook would have it written; a chain with its pieces
  /// before it.
  ///
  /// ```swift
  /// print(try Optimizer<Float>(.momentum, ["alpha": 0.5]))
  /// // momentum(alpha=0.5, beta=0.9, nesterov=false, corrected=false, weight_decay=0)
  /// ```
  public var description: String {
    var parts = pieces.map { $0.description } + [identity.text]
    if decay != 0 { parts.append("decay(\(NumberText.shortest(decay)))") }
    if let schedule { parts.append(schedule.description) }
    return parts.count == 1 ? parts[0] : "chain(\(parts.joined(separator: ", ")))"
  }
}

extension Schedule: CustomStringConvertible {
  /// The schedule as it is written, in the chain's own form: `cosine(0.1 to 0 over 100)`.
  public var description: String {
    func number(_ value: Double) -> String { NumberText.shortest(value) }
    switch self {
    case .constant(let value): return "constant(\(number(value)))"
    case .linear(let from, let to, let length):
      return "linear(\(number(from)) to \(number(to)) over \(length))"
    case .cosine(let from, let to, let length):
      return "cosine(\(number(from)) to \(number(to)) over \(length))"
    case .exponential(let from, let rate, let length, let inSteps):
      return "exponential(\(number(from)) times \(number(rate)) every \(length)"
        + (inSteps ? " in steps)" : ")")
    case .steps(let from, let steps):
      let factors = steps.map { " times \(number($0.factor)) at \($0.at)" }
      return "steps(\(number(from))\(factors.joined(separator: ",")))"
    case .joined(let parts, let begins):
      var words: [String] = []
      for (index, part) in parts.enumerated() {
        if index > 0, index <= begins.count { words.append("from \(begins[index - 1])") }
        words.append(part.description)
      }
      return "joined(\(words.joined(separator: " ")))"
    case .scaled(let factor, let schedule): return "\(number(factor)) * \(schedule.description)"
    }
  }
}
