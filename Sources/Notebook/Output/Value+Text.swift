import Arithmetic
package import Formulas
import Typesetting

extension Value {
  /// The value as it is shown; a series wraps at `width` and shows its ends when it is long.
  package func text(precision: Int, width: Int) -> String {
    switch self {
    case .number(let value): return NumberText.shown(value, precision)
    case .boolean(let value): return value ? "true" : "false"
    case .text(let text): return text
    case .series(let values): return Self.series(values, precision, width)
    }
  }

  /// More elements than this are shown by the first and the last ones.
  private static let shown = 40

  private static func series(_ values: [Double], _ precision: Int, _ width: Int) -> String {
    var words: [String] = []
    let isLong = values.count > shown
    let head = isLong ? 5 : values.count
    for value in values.prefix(head) {
      words.append(NumberText.shown(value, precision) + ",")
    }
    if isLong {
      words.append("(\(values.count - 10) more),")
      for value in values.suffix(5) { words.append(NumberText.shown(value, precision) + ",") }
    }
    if var last = words.popLast() {
      last.removeLast()
      words.append(last)
    }
    var text = "["
    var column = 1
    for (index, word) in words.enumerated() {
      let columns = DisplayWidth.columns(word)
      if index > 0, column + 1 + columns + 1 > width {
        text += "\n "
        column = 1
      } else if index > 0 {
        text += " "
        column += 1
      }
      text += word
      column += columns
    }
    return text + "]"
  }
}
