extension TeXParser {
  /// `\begin{name}` rows of cells `\end{name}`.
  mutating func environment(at start: Int) throws(MathError) -> MathNode {
    try enter(at: start)
    skipBlanks()
    let position = index
    let name = try words(of: "\\begin", at: start)
    guard TeX.environments.contains(name) else {
      throw unknownEnvironment(name, at: position + 1)
    }
    let rows = try rows(of: name, at: start)
    depth -= 1
    switch name {
    case "aligned": return .grid(rows, open: "", close: "", aligned: true)
    case "cases": return .grid(rows, open: "{", close: "", aligned: false)
    case "bmatrix": return .grid(rows, open: "[", close: "]", aligned: false)
    case "pmatrix": return .grid(rows, open: "(", close: ")", aligned: false)
    case "vmatrix": return .grid(rows, open: "|", close: "|", aligned: false)
    default: return .grid(rows, open: "", close: "", aligned: false)
    }
  }

  private mutating func rows(of name: String, at start: Int) throws(MathError) -> [[MathNode]] {
    var rows: [[MathNode]] = [[]]
    while true {
      let last = rows.count - 1
      let continues = name == "aligned" && rows[last].count % 2 == 1
      let cellStart = index
      rows[last].append(try row(until: .cell, continues: continues))
      if rows[last].count > TeX.maximumColumns {
        throw failure("more than \(TeX.maximumColumns) columns", at: cellStart)
      }
      guard let scalar = current else {
        throw failure("'\\begin{\(name)}' has no '\\end{\(name)}'", at: start)
      }
      if scalar == "&" {
        index += 1
        continue
      }
      let position = index
      let command = commandName(at: position)
      index += 1 + command.unicodeScalars.count
      if command == "\\" {
        skipBlanks()
        if current == "[" {
          throw failure("space after a line break is not in the subset", at: index)
        }
        if rows.count == TeX.maximumRows {
          throw failure("more than \(TeX.maximumRows) rows", at: position)
        }
        rows.append([])
        continue
      }
      let closed = try words(of: "\\end", at: position)
      guard closed == name else {
        throw failure("'\\end{\(closed)}' closes '\\begin{\(name)}'", at: position)
      }
      // A line break after the last row starts no further one.
      if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
      return rows
    }
  }
}
