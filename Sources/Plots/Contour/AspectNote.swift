import Arithmetic

/// What a picture of the plane does to its shape, in words.
enum AspectNote {
  /// From the lengths of a unit along both axes.
  static func text(across: Double, up: Double, _ symbols: PlotSymbols) -> String {
    let ratio = up / across
    if !ratio.isFinite || ratio <= 0 { return "" }
    let times = symbols.isASCII ? "x" : "×"
    if ratio > 1.05 { return "y drawn \(NumberText.significant(ratio, 2))\(times) as long as x" }
    if ratio < 0.95 {
      return "x drawn \(NumberText.significant(1 / ratio, 2))\(times) as long as y"
    }
    return "both axes to one scale"
  }
}
