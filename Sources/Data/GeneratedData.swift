import Arithmetic

/// Data sets made from a seed: points in the plane with columns `x`, `y` and `label`.
package enum GeneratedData: String, CaseIterable, Sendable {
  /// Two interleaved half circles.
  case moons
  /// Two arms wound around each other, one turn and a half.
  case spirals

  package var summary: String {
    switch self {
    case .moons: "two half circles that interleave: 400 points x, y, label 0 or 1"
    case .spirals: "two arms wound around each other: 400 points x, y, label 0 or 1"
    }
  }

  /// The points, whose labels alternate; `noise` is the standard deviation of their displacement.
  package func table(seed: UInt64 = 1, count: Int = 400, noise: Double? = nil) -> DataTable {
    var generator = SeededGenerator(seed: seed)
    let deviation = noise ?? standardNoise
    var points: [(x: Double, y: Double)] = []
    for index in 0..<count {
      let point = position(generator.uniform(), isSecond: index % 2 == 1)
      let dx = deviation * generator.normal()
      let dy = deviation * generator.normal()
      points.append((point.x + dx, point.y + dy))
    }
    return DataTable(
      name: rawValue,
      columns: [
        DataColumn(name: "x", content: .numbers(points.map { $0.x })),
        DataColumn(name: "y", content: .numbers(points.map { $0.y })),
        DataColumn(name: "label", content: .numbers((0..<count).map { Double($0 % 2) })),
      ]
    )
  }

  private var standardNoise: Double {
    switch self {
    case .moons: 0.1
    case .spirals: 0.02
    }
  }

  /// The point at `part` of the way along the first or the second class.
  private func position(_ part: Double, isSecond: Bool) -> (x: Double, y: Double) {
    let pi = 0x1.921fb54442d18p1
    switch self {
    case .moons:
      let (x, y) = (Elementary.cos(pi * part), Elementary.sin(pi * part))
      return isSecond ? (1 - x, 0.5 - y) : (x, y)
    case .spirals:
      let radius = 0.1 + 0.9 * part
      let angle = 3 * pi * part
      let sign: Double = isSecond ? -1 : 1
      return (sign * radius * Elementary.cos(angle), sign * radius * Elementary.sin(angle))
    }
  }
}
