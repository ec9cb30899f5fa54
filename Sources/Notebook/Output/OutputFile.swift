import Plots

/// An output as a file of its own: a table as comma-separated values, a picture as SVG.
package struct OutputFile {
  /// What it is, in a word: `table`, `plot`.
  package let kind: String
  package let suffix: String
  package let bytes: [UInt8]

  package var name: String { "\(kind).\(suffix)" }

  /// Nil for what is neither.
  package init?(_ output: Output) {
    switch output {
    case .table(let table):
      var bytes: [UInt8] = []
      table.csv { bytes += $0 }
      (kind, suffix, self.bytes) = ("table", "csv", bytes)
    case .plot(let chart, _):
      (kind, suffix, bytes) = ("plot", "svg", Array(chart.svg(identifier: "plot").utf8))
    default: return nil
    }
  }
}
