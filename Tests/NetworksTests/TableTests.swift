import Networks
import Testing

private func read(_ text: String) throws(DataError) -> DataTable {
  try CSVReader.table(name: "t", text.utf8)
}

@Test("a table has a header, numbers and text, with LF or CRLF", arguments: ["\n", "\r\n"])
func readsTables(lineEnd: String) throws {
  let text = ["day,rain,word", "2012/01/01,1.5,drizzle", "", "2012/01/02, -2e1,\"a,\"\"b\"\"\""]
  let table = try read(text.joined(separator: lineEnd) + lineEnd)
  #expect(table.columns.map(\.name) == ["day", "rain", "word"])
  #expect(table.rowCount == 2)
  #expect(table.numbers("rain") == [1.5, -20])
  #expect(table.column("day")?.content == .text(["2012/01/01", "2012/01/02"]))
  #expect(table.column("word")?.content == .text(["drizzle", "a,\"b\""]))
  #expect(table.numbers("word") == nil && table.numbers("none") == nil)
}

@Test("a byte order mark, a missing value and a missing last line end are understood")
func readsOddities() throws {
  let table = try read("\u{FEFF}a,b\n1,\n,2\n3,\"4\"")
  let (a, b) = (try #require(table.numbers("a")), try #require(table.numbers("b")))
  #expect(a[0] == 1 && a[1].isNaN && a[2] == 3)
  #expect(b[0].isNaN && b[1] == 2 && b[2] == 4)
}

@Test("a quoted field may hold a line end, and the count of lines goes on after it")
func countsLinesInQuotes() {
  #expect(throws: DataError(line: 4, "1 field where the header has 2")) {
    try read("a,b\n\"x\ny\",2\n3\n")
  }
}

@Test(
  "what is no table is refused with its line",
  arguments: [
    ("", "the table is empty"), ("\n\n", "the table is empty"),
    ("a,b\n", "the table has a header but no rows"),
    ("a,a\n1,2\n", "line 1: two columns are called 'a'"),
    ("a,\n1,2\n", "line 1: column 2 has no name"),
    ("a,b\n1,2\n1,2,3\n", "line 3: 3 fields where the header has 2"),
    ("a\n\"x\n", "line 2: a quote is not closed"),
    ("a\n\"x\"y\n", "line 2: text after a closing quote"),
  ]
)
func refusesOtherText(text: String, message: String) {
  do throws(DataError) {
    let table = try read(text)
    Issue.record("read as \(table)")
  } catch {
    #expect(error.text == message)
  }
}

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

@Test("a table that cannot be examples says why")
func refusesTables() {
  let words = DataColumn(name: "day", content: .text(["x", "y"]))
  let numbers = DataColumn(name: "n", content: .numbers([1, .nan]))
  let halves = DataColumn(name: "label", content: .numbers([0, 0.5]))
  let ones = DataColumn(name: "m", content: .numbers([1, 2]))
  let cases: [([DataColumn], String)] = [
    ([words, ones], "column 'day' of 't' is text and cannot be an input"),
    ([numbers, ones], "column 'n' of 't' has no number in row 2"),
    ([ones], "'t' needs a column of labels and at least one of inputs"),
    (
      [halves, ones],
      "column 'label' of 't' must hold classes 0, 1, 2 and so on; row 2 is 0.5"
    ),
  ]
  for (columns, message) in cases {
    #expect(throws: DataError(message)) {
      try TrainingData<Double>(DataTable(name: "t", columns: columns), isClassification: true)
    }
  }
}

@Test("labels may be text; the column called label is the target wherever it stands")
func textLabels() throws {
  let table = DataTable(
    name: "t",
    columns: [
      DataColumn(name: "label", content: .text(["sun", "rain", "sun", "fog", "rain"])),
      DataColumn(name: "a", content: .numbers([1, 2, 3, 4, 5])),
    ]
  )
  let data = try TrainingData<Double>(table, isClassification: true, split: .none, inputScale: 2)
  #expect(data.classCount == 3)
  #expect(data.train.targets == .classes([0, 1, 0, 2, 1]))
  #expect(data.train.inputs == [2, 4, 6, 8, 10])
  #expect(data.test == nil)
}

@Test("a network that does not fit the data is refused")
func refusesShapes() throws {
  let data = try TrainingData<Double>(GeneratedData.moons.table(), isClassification: true)
  let cases: [([Int], Loss, String)] = [
    ([3, 2], .crossEntropy, "'moons' has 2 inputs, the network 3"),
    ([2, 1], .crossEntropy, "'moons' has 2 classes, the network 1 outputs"),
    ([2, 2], .logistic, "logistic loss needs one output and two classes"),
    ([2, 1], .squaredError, "squared error needs one output and a target that is a number"),
  ]
  for (sizes, loss, message) in cases {
    #expect(throws: DataError(message)) {
      try Training(
        Architecture(sizes: sizes),
        loss: loss,
        data: data,
        batchSize: 8,
        seed: 1
      )
    }
  }
}

@Test("the parameter vector is W1, b1, W2, b2, without gaps")
func parameterViews() {
  let shape = Architecture(sizes: [64, 32, 10])
  #expect(shape.views.map(\.name) == ["W1", "b1", "W2", "b2"])
  #expect(shape.views.map(\.range) == [0..<2048, 2048..<2080, 2080..<2400, 2400..<2410])
  #expect(shape.parameterCount == 2410)
}

@Test("initial weights have the variance of their method", arguments: Initialization.allCases)
func initialVariance(method: Initialization) {
  let shape = Architecture(sizes: [100, 60, 1])
  let all: [Double] = method.parameters(of: shape, seed: 5)
  let weights = all[shape.views[0].range]
  let variance = weights.reduce(0) { $0 + $1 * $1 } / 6000
  let expected: Double =
    switch method {
    case .he: 2.0 / 100
    case .xavier: 2.0 / 160
    case .pytorch: 1.0 / 300
    }
  #expect(abs(variance / expected - 1) < 0.06)
  let biases = all[shape.views[1].range]
  #expect(biases.allSatisfy { ($0 == 0) == (method != .pytorch) })
}
