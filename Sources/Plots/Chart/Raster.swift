/// A picture made of shades, as a handwritten digit is.
package struct Raster: Equatable, Sendable {
  package let columns: Int
  /// Row by row, from the top.
  package let values: [Double]
  /// The value that is black; 0 is white.
  package let darkest: Double

  package init(columns: Int, values: [Double], darkest: Double) {
    self.columns = max(columns, 1)
    self.values = values
    self.darkest = darkest
  }
}

extension Raster {
  package var rows: Int { (values.count + columns - 1) / columns }

  package func row(_ index: Int) -> ArraySlice<Double> {
    values[index * columns..<min((index + 1) * columns, values.count)]
  }

  /// How dark a value is, from 0 to 1.
  func darkness(_ value: Double) -> Double {
    let share = darkest > 0 ? value / darkest : 0
    return share.isFinite ? min(max(share, 0), 1) : 0
  }

  /// Signs from light to dark, two a pixel: as wide as high.
  func lines(_ symbols: PlotSymbols) -> [String] {
    let shades = symbols.isASCII ? ["  ", "..", "::", "++", "##"] : ["  ", "░░", "▒▒", "▓▓", "██"]
    return (0..<rows).map { index in
      row(index).reduce("") { $0 + shades[Int(darkness($1) * 4 + 0.5)] }
    }
  }

  var summary: String { "a picture of \(columns) by \(rows) pixels" }
}
