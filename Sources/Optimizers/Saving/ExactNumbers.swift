#if !hasFeature(Embedded)
/// Numbers that are saved to the bit: as numbers, or, where some are infinite or none, which JSON
/// cannot say, as their bits.
struct ExactNumbers: Codable {
  var values: [Double]

  init(_ values: [Double]) { self.values = values }

  private enum Key: CodingKey { case bits }

  init(from decoder: any Decoder) throws {
    if let box = try? decoder.container(keyedBy: Key.self) {
      values = try box.decode([UInt64].self, forKey: .bits).map { Double(bitPattern: $0) }
    } else {
      values = try decoder.singleValueContainer().decode([Double].self)
    }
  }

  func encode(to encoder: any Encoder) throws {
    if values.allSatisfy({ $0.isFinite }) {
      var box = encoder.singleValueContainer()
      try box.encode(values)
    } else {
      var box = encoder.container(keyedBy: Key.self)
      try box.encode(values.map { $0.bitPattern }, forKey: .bits)
    }
  }
}
#endif
