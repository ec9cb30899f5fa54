import Plots
import Testing

@Suite struct ContourLinesTests {
  static let square = Axis.Limits(-1, 1)

  /// x^2 + y^2 on the square from -1 to 1.
  static let round = Field("f", x: square, y: square, columns: 81, rows: 61) { $0 * $0 + $1 * $1 }

  @Test func `a line of a round bowl is one ring on its circle`() {
    let lines = ContourLines.at(0.25, in: Self.round)
    #expect(lines.count == 1)
    #expect(lines[0].first == lines[0].last)
    for point in lines[0] {
      let (x, y) = (2 * point.x - 1, 2 * point.y - 1)
      #expect(abs(x * x + y * y - 0.25) < 0.002)
    }
  }

  @Test func `a line that leaves the field is open, its ring runs along the border`() {
    let level = 1.5
    let lines = ContourLines.at(level, in: Self.round)
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.first != $0.last })
    let rings = ContourLines.rings(above: level, in: Self.round)
    #expect(rings.count == 4)
    #expect(rings.allSatisfy { $0.first == $0.last })
    // Each of the four rings goes around its corner.
    for corner in [Point(0, 0), Point(0, 1), Point(1, 0), Point(1, 1)] {
      #expect(rings.contains { $0.contains(corner) })
    }
  }

  @Test func `everything above has one ring around the field`() {
    let rings = ContourLines.rings(above: -1, in: Self.round)
    #expect(rings.count == 1)
    #expect(rings[0].allSatisfy { $0.x == 0 || $0.x == 1 || $0.y == 0 || $0.y == 1 })
    #expect(ContourLines.at(-1, in: Self.round).isEmpty)
    #expect(ContourLines.rings(above: 3, in: Self.round).isEmpty)
  }

  @Test func `a saddle never joins its lines`() {
    let saddle = Field("f", x: Self.square, y: Self.square, columns: 4, rows: 4) { $0 * $1 }
    let lines = ContourLines.at(0.01, in: saddle)
    #expect(lines.count == 2)
  }

  @Test func `a field with holes has finite lines`() {
    let holes = Field("f", x: Self.square, y: Self.square, columns: 20, rows: 20) { x, y in
      x > 0.3 ? .nan : y > 0.5 ? .infinity : y < -0.5 ? -.infinity : x + y
    }
    for level in [-0.5, 0, 0.5] {
      for line in ContourLines.at(level, in: holes) + ContourLines.rings(above: level, in: holes) {
        #expect(line.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
      }
    }
  }
}
