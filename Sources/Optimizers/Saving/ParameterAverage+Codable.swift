#if !hasFeature(Embedded)
extension ParameterAverage: Codable {
  private enum Key: CodingKey {
    case form, count, means
  }

  /// Reads what was saved.
  ///
  /// - Throws: ``HyperparameterError`` when the decay is out of its range.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    try self.init(box.decode(Form.self, forKey: .form))
    count = max(0, try box.decode(Int.self, forKey: .count))
    means = try box.decode([ExactNumbers].self, forKey: .means).map { saved in
      saved.values.map { Scalar($0) }
    }
  }

  /// Saves form, count and every number, to the bit.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(form, forKey: .form)
    try box.encode(count, forKey: .count)
    try box.encode(means.map { ExactNumbers($0.map { Double($0) }) }, forKey: .means)
  }
}
#endif
