/// A block of terminal text that formulas are put together from: rows of equal width and the row
/// that stands on the line.
package struct MathBox: Equatable, Sendable {
  package private(set) var rows: [String]
  package private(set) var width: Int
  /// The row, counted from 0, in which the signs of the line stand.
  package private(set) var baseline: Int

  /// A single row.
  package init(_ text: String) {
    rows = [text]
    width = DisplayWidth.columns(text)
    baseline = 0
  }

  /// Rows of any width; shorter ones are filled up.
  package init(rows: [String], baseline: Int, alignment: DisplayWidth.Alignment = .left) {
    var width = 0
    for row in rows { width = max(width, DisplayWidth.columns(row)) }
    self.rows = rows.map { DisplayWidth.padded($0, to: width, alignment: alignment) }
    self.width = width
    self.baseline = min(max(baseline, 0), max(rows.count - 1, 0))
  }

  package var height: Int { rows.count }

  /// The rows as they are printed: without blanks at their ends.
  package var lines: [String] {
    rows.map { row in
      let scalars = row.unicodeScalars
      guard let last = scalars.lastIndex(where: { $0 != " " }) else { return "" }
      return String(scalars[...last])
    }
  }

  /// Two boxes side by side with their baselines in one row.
  package func beside(_ other: MathBox, gap: Int = 0) -> MathBox {
    let above = max(baseline, other.baseline)
    let below = max(height - baseline, other.height - other.baseline)
    let left = extended(above: above - baseline, below: below - (height - baseline))
    let right = other.extended(
      above: above - other.baseline,
      below: below - (other.height - other.baseline)
    )
    let blank = DisplayWidth.blanks(gap)
    var result = left
    result.width += gap + other.width
    for index in result.rows.indices { result.rows[index] += blank + right.rows[index] }
    return result
  }

  /// Boxes one above the other, centred; the baseline is that of the box at `index`.
  package static func stacked(_ boxes: [MathBox], baselineOf index: Int) -> MathBox {
    var width = 0
    for box in boxes { width = max(width, box.width) }
    var rows: [String] = []
    var baseline = 0
    for (position, box) in boxes.enumerated() {
      if position == index { baseline = rows.count + box.baseline }
      rows += box.widened(to: width, alignment: .centre).rows
    }
    var result = MathBox("")
    result.rows = rows
    result.width = width
    result.baseline = baseline
    return result
  }

  package func widened(to width: Int, alignment: DisplayWidth.Alignment) -> MathBox {
    let missing = width - self.width
    if missing <= 0 { return self }
    let left: Int
    switch alignment {
    case .left: left = 0
    case .centre: left = missing / 2
    case .right: left = missing
    }
    var result = self
    result.width = width
    let before = DisplayWidth.blanks(left)
    let after = DisplayWidth.blanks(missing - left)
    result.rows = rows.map { before + $0 + after }
    return result
  }

  package func extended(above: Int, below: Int) -> MathBox {
    let blank = DisplayWidth.blanks(width)
    var result = self
    result.rows =
      Array(repeating: blank, count: max(above, 0)) + rows
      + Array(repeating: blank, count: max(below, 0))
    result.baseline += max(above, 0)
    return result
  }

  /// The same rows standing on another one.
  package func standing(on baseline: Int) -> MathBox {
    var result = self
    result.baseline = min(max(baseline, 0), max(height - 1, 0))
    return result
  }
}
