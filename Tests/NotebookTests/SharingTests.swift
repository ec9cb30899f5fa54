import Formulas
import Testing

@testable import Notebook

/// What a session shares with its copies behaves as if each had its own.
@Suite struct SharingTests {
  @Test func `names keep the order of their first assignment and are found among thousands`() {
    var names = Named<Int>()
    for index in 0..<5_000 { names["n\(index)"] = index }
    let before = names
    names["n7"] = -7
    names["n8"] = nil
    names["new"] = 1
    #expect(names["n7"] == -7 && names["n8"] == nil && names["new"] == 1)
    #expect(names.count == 5_000)
    #expect(before["n7"] == 7 && before["n8"] == 8 && before["new"] == nil)
    #expect(names.names.prefix(9) == ["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n9"])
    #expect(names.names.last == "new")
    let isAsBefore = (0..<5_000).allSatisfy { (index: Int) in before["n\(index)"] == index }
    #expect(isAsBefore)
  }

  @Test func `a list is what an array is, appended to and cut`() {
    var list = SharedList<Int>()
    var array: [Int] = []
    for number in 0..<1_000 {
      let copy = list
      list.append(number)
      array.append(number)
      if number % 7 == 0 {
        list.removeLast { $0 > number - 3 }
        array.removeAll { $0 > number - 3 }
      }
      #expect(copy.count <= number)
      #expect(list.count == array.count && list.last == array.last)
    }
    #expect(Array(list) == array)
    let isSorted = array.indices.allSatisfy { index in
      list.firstIndex(sorted: { $0 >= array[index] }) == index
    }
    #expect(isSorted)
    #expect(list.firstIndex(sorted: { $0 > 2_000 }) == list.count)
  }

  @Test func `a table's cells come back as they were put in`() {
    let rows: [[Table.Cell]] = [
      [.number(1), .missing, .text("a")], [.missing, .number(.nan), .number(2)],
      [.number(3), .number(4), .trend([1])], [.boolean(true)],
    ]
    let table = Table(columns: ["a", "b", "c"], rows: rows)
    #expect(table.rows.count == 4)
    #expect(table.rows[0].elementsEqual([.number(1), .missing, .text("a")]))
    #expect(table.rows[1][0] == .missing && table.rows[1][2] == .number(2))
    if case .number(let value) = table.rows[1][1] {
      #expect(value.isNaN)
    } else {
      Issue.record("not-a-number is a value")
    }
    #expect(table.rows[3].elementsEqual([.boolean(true), .missing, .missing]))
  }

  /// Every tenth of a long script that fails is looked at in its own lines.
  @Test func `a message of a long cell has its line and column`() {
    var session = Session()
    let lines = (1...200).map { $0 % 10 == 0 ? "a\($0) = [1,\n  nope\($0)]" : "a\($0) = \($0)" }
    let result = session.run(cell: lines.joined(separator: "\n"), keepGoing: true)
    let failed = result.statements.filter { $0.diagnostic != nil }
    #expect(failed.count == 20)
    for (index, statement) in failed.enumerated() {
      #expect(statement.line == 10 * (index + 1) + index)
      #expect(statement.position.line == statement.line + 1)
      #expect(statement.position.column == 3)
      #expect(statement.cell == statement.source)
    }
  }
}
