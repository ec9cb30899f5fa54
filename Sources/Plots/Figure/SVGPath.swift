/// The `d` of a path in tenths of a pixel, each point relative to the one before.
///
/// Distances are taken between rounded points, so rounding never adds up.
struct SVGPath {
  private(set) var data = ""
  private var last: (x: Int, y: Int)?
  private var isLine = false

  var isEmpty: Bool { data.isEmpty }

  mutating func move(_ x: Double, _ y: Double) {
    let (x, y) = (SVGNumber.tenths(x), SVGNumber.tenths(y))
    data += "M" + SVGNumber.text(x) + " " + SVGNumber.text(y)
    last = (x, y)
    isLine = false
  }

  mutating func line(_ x: Double, _ y: Double) {
    let (x, y) = (SVGNumber.tenths(x), SVGNumber.tenths(y))
    guard let from = last else { return }
    let dx = x - from.x
    let dy = y - from.y
    if dx == 0 && dy == 0 { return }
    let up = SVGNumber.text(dy)
    data += (isLine ? (dx < 0 ? "" : " ") : "l") + SVGNumber.text(dx) + (dy < 0 ? "" : " ") + up
    last = (x, y)
    isLine = true
  }

  /// A fixed piece of path in relative commands, from a point.
  mutating func mark(_ x: Double, _ y: Double, _ shape: String) {
    move(x, y)
    data += shape
    last = nil
  }

  mutating func close() {
    data += "z"
    isLine = false
  }
}

/// Numbers of a figure: at most one decimal.
enum SVGNumber {
  static func tenths(_ value: Double) -> Int {
    Int((min(max(value, -1e5), 1e5) * 10 + 0.5).rounded(.down))
  }

  static func text(_ tenths: Int) -> String {
    let size = tenths < 0 ? -tenths : tenths
    let sign = tenths < 0 ? "-" : ""
    if size % 10 == 0 { return sign + "\(size / 10)" }
    return sign + (size >= 10 ? "\(size / 10)" : "") + ".\(size % 10)"
  }

  static func text(_ value: Double) -> String { text(tenths(value)) }
}
