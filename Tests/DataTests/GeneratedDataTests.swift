import Data
import Testing

@Test("generated data sets are seeded and balanced", arguments: GeneratedData.allCases)
func generatedData(set: GeneratedData) throws {
  let table = set.table()
  #expect(table == set.table())
  #expect(table != set.table(seed: 2))
  #expect(table.rowCount == 400)
  #expect(try #require(table.numbers("label")).reduce(0, +) == 200)
  let x = try #require(table.numbers("x"))
  #expect(x.allSatisfy { abs($0) < 3 } && Set(x).count == 400)
}

@Test("without noise the classes of a generated set lie where they should")
func generatedShapes() throws {
  let moons = GeneratedData.moons.table(noise: 0)
  let spirals = GeneratedData.spirals.table(noise: 0)
  for row in 0..<400 {
    let isSecond = row % 2 == 1
    let x = try #require(moons.numbers("x"))[row] - (isSecond ? 1 : 0)
    let y = try #require(moons.numbers("y"))[row] - (isSecond ? 0.5 : 0)
    #expect(abs(x * x + y * y - 1) < 1e-12)
    #expect(isSecond ? y <= 0 : y >= 0)
    let (u, v) = (
      try #require(spirals.numbers("x"))[row], try #require(spirals.numbers("y"))[row]
    )
    #expect((0.1...1).contains((u * u + v * v).squareRoot()))
  }
}
