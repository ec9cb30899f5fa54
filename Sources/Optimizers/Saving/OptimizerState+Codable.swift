#if !hasFeature(Embedded)
extension OptimizerState: Codable {
  private enum Key: CodingKey {
    case rule, t, count, slots
  }

  /// A slot with its numbers.
  private struct SavedSlot: Codable {
    var name: String
    var initial: Double
    var isShared: Bool
    var numbers: ExactNumbers
  }

  /// Reads what was saved; going on from it gives the bits that going on without saving gives.
  ///
  /// - Throws: `DecodingError` when the numbers do not fit together, ``HyperparameterError`` when a
  ///   built-in rule has no such settings.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    let rule = try box.decode(SavedRule.self, forKey: .rule)
    let slots = try box.decode([SavedSlot].self, forKey: .slots)
    let kinds = slots.map {
      OptimizerSlot(name: $0.name, initial: $0.initial, isScalar: $0.isShared)
    }
    let identity =
      rule.dialect == nil
      ? RuleIdentity(own: rule, slots: kinds)
      : RuleIdentity(try rule.ruleSettings(), slots: kinds)
    let count = try box.decode(Int.self, forKey: .count)
    self.init(identity, count: 0)
    self.count = count
    do {
      try restore(t: box.decode(Int.self, forKey: .t), values: slots.map { $0.numbers.values })
    } catch let error as ShapeError {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: error.message)
      )
    }
  }

  /// Saves the rule with its settings, `t` and every number, to the bit.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(SavedRule(identity), forKey: .rule)
    try box.encode(t, forKey: .t)
    try box.encode(count, forKey: .count)
    let saved = zip(slots, values).map { slot, values in
      SavedSlot(
        name: slot.name,
        initial: slot.initial,
        isShared: slot.isScalar,
        numbers: ExactNumbers(values)
      )
    }
    try box.encode(saved, forKey: .slots)
  }
}

extension RuleIdentity {
  convenience init(own saved: SavedRule, slots: [OptimizerSlot]) {
    let numbers = saved.settings.sorted { $0.key < $1.key }
    self.init(
      saved.rule,
      numbers: numbers.map { Number(name: $0.key, value: $0.value) },
      slots: slots
    )
  }
}
#endif
