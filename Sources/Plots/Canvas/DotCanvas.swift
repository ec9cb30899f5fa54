/// Dots in character cells: 2 x 4 a cell as braille, 2 x 2 as quarter blocks, 1 x 3 in ASCII.
///
/// Each cell remembers who drew in it last and whether several did, for colours and letters.
struct DotCanvas {
  let symbols: PlotSymbols
  let columns: Int
  let rows: Int
  /// Dots of one cell.
  let across: Int
  let down: Int
  private var bits: [UInt8]
  private var owners: [Int16]
  private var shared: [Bool]

  static let nobody = -1

  init(columns: Int, rows: Int, symbols: PlotSymbols) {
    self.symbols = symbols
    self.columns = columns
    self.rows = rows
    switch symbols {
    case .unicode: (across, down) = (2, 4)
    case .blocks: (across, down) = (2, 2)
    case .ascii: (across, down) = (1, 3)
    }
    bits = [UInt8](repeating: 0, count: columns * rows)
    owners = [Int16](repeating: -1, count: columns * rows)
    shared = [Bool](repeating: false, count: columns * rows)
  }

  var dotColumns: Int { columns * across }
  var dotRows: Int { rows * down }

  func isEmpty(_ column: Int, _ row: Int) -> Bool { bits[row * columns + column] == 0 }

  func owner(_ column: Int, _ row: Int) -> Int { Int(owners[row * columns + column]) }

  func isShared(_ column: Int, _ row: Int) -> Bool { shared[row * columns + column] }

  mutating func clear(_ column: Int, _ row: Int) {
    bits[row * columns + column] = 0
    owners[row * columns + column] = -1
  }

  /// The dot nearest to a point of the unit square whose origin is below on the left.
  ///
  /// Between two dots that are as near, an error of rounding does not decide.
  func dot(_ point: Point) -> (x: Int, y: Int) {
    let half = 0.5 + 1e-9
    let x = (point.x * Double(dotColumns - 1) + half).rounded(.down)
    let y = ((1 - point.y) * Double(dotRows - 1) + half).rounded(.down)
    return (Int(x), Int(y))
  }

  mutating func set(_ x: Int, _ y: Int, owner: Int) {
    if x < 0 || y < 0 || x >= dotColumns || y >= dotRows { return }
    let cell = (y / down) * columns + x / across
    bits[cell] |= mask(x % across, y % down)
    if owners[cell] >= 0 && Int(owners[cell]) != owner { shared[cell] = true }
    owners[cell] = Int16(truncatingIfNeeded: owner)
  }

  /// A straight line, both ends in the unit square.
  mutating func line(_ start: Point, _ end: Point, owner: Int) {
    let (x1, y1) = dot(end)
    var (x, y) = dot(start)
    let width = x < x1 ? x1 - x : x - x1
    let height = y < y1 ? y1 - y : y - y1
    let stepX = x < x1 ? 1 : -1
    let stepY = y < y1 ? 1 : -1
    var error = width - height
    while true {
      set(x, y, owner: owner)
      if x == x1 && y == y1 { break }
      let twice = 2 * error
      if twice > -height {
        error -= height
        x += stepX
      }
      if twice < width {
        error += width
        y += stepY
      }
    }
  }

  func text(_ column: Int, _ row: Int) -> String {
    let pattern = bits[row * columns + column]
    switch symbols {
    case .unicode:
      let scalar = Unicode.Scalar(0x2800 + UInt32(pattern)) ?? " "
      return String(scalar)
    case .blocks: return Self.quarters[Int(pattern)]
    case .ascii: return Self.thirds[Int(pattern)]
    }
  }
}

extension DotCanvas {
  private static let braille: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
  private static let quarters = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
  private static let thirds = [" ", "'", "-", "'", ".", ":", ".", "|"]

  private func mask(_ x: Int, _ y: Int) -> UInt8 {
    switch symbols {
    case .unicode: Self.braille[2 * y + x]
    case .blocks, .ascii: 1 << UInt8(across * y + x)
    }
  }
}
