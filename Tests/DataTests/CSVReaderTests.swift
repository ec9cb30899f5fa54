import Data
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
  do throws(DataError) {
    let table = try read("a,b\n\"x\ny\",2\n3\n")
    Issue.record("read as \(table)")
  } catch {
    #expect(error.text == "line 4: 1 field where the header has 2: column 'b' has none")
  }
}

@Test(
  "what is no table is refused with its line",
  arguments: [
    ("", "the table is empty"), ("\n\n", "the table is empty"),
    ("a,b\n", "the table has a header but no rows"),
    ("a,a\n1,2\n", "line 1: two columns are called 'a'"),
    ("a,\n1,2\n", "line 1: column 2 has no name"),
    ("a,b\n1,2\n1,2,3\n", "line 3: 3 fields where the header has 2: the first too many is '3'"),
    ("1,2\n3,4\n", "line 1: the first line has to name the columns, and column 1 is '1' here"),
    ("a;b\n1,5;2\n", "line 1: the columns are separated by ';', not by commas"),
    ("a\tb\n1\t2\n", "line 1: the columns are separated by tabs, not by commas"),
    (
      "a,b\n1,2\n2,\"1,5\"\n",
      "line 3: column 'b' has '1,5', with a comma where a number has its point"
    ),
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

@Test("a column that is text because of a few fields says which")
func namesTheFirstText() throws {
  let table = try read("a,b,c\n1,x,2\n\"n/a\",y,\"1,5\"\nnan,z,many\n")
  #expect(table.columns.map(\.oddity) == ["line 3 holds 'n/a'", nil, "line 3 holds '1,5'"])
}
