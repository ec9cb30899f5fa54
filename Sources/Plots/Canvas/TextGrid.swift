import Typesetting

/// A page of character cells, filled in any order and read as lines without trailing blanks.
struct TextGrid {
  private struct Cell {
    /// Empty in the second cell of a wide character.
    var text = " "
    var style = TextStyle.plain
  }

  let width: Int
  let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [Cell](repeating: Cell(), count: width * height)
  }

  /// Writes text from a cell on; what falls outside the page is cut.
  mutating func put(_ text: String, _ column: Int, _ row: Int, _ style: TextStyle = .plain) {
    if row < 0 || row >= height { return }
    var place = column
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let columns = DisplayWidth.columns(scalar, after: previous)
      previous = scalar
      if columns == 0 {
        let before = row * width + place - 1
        if place > 0 && place <= width { cells[before].text.unicodeScalars.append(scalar) }
        continue
      }
      if place >= 0 && place + columns <= width {
        cells[row * width + place] = Cell(text: String(scalar), style: style)
        if columns == 2 { cells[row * width + place + 1] = Cell(text: "", style: style) }
      }
      place += columns
    }
  }

  mutating func put(_ text: String, centredOn column: Int, _ row: Int, _ style: TextStyle) {
    put(text, column - DisplayWidth.columns(text) / 2, row, style)
  }

  func isBlank(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < width && row < height
      && cells[row * width + column].text == " "
  }

  func isBlank(_ columns: Range<Int>, _ row: Int) -> Bool {
    for column in columns where !isBlank(column, row) { return false }
    return true
  }

  /// The lines, with a line feed between two of them and none at the end.
  var styled: StyledText {
    var result = StyledText()
    for row in 0..<height {
      if row > 0 { result.append("\n") }
      var end = width
      while end > 0 && cells[row * width + end - 1].text == " " { end -= 1 }
      for column in 0..<end {
        let cell = cells[row * width + column]
        result.append(cell.text, cell.text == " " ? .plain : cell.style)
      }
    }
    return result
  }
}
