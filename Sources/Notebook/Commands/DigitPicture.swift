import Arithmetic
import Data
import Formulas
import Networks
import Plots

/// `show digit 12`: a row of a data set as the picture that it is.
enum DigitPicture {
  static let form = Form(
    .digit,
    operands: [.number],
    clauses: [Clause(.of, [.data], "the data set; that of the network, or digits")],
    summary: "a row of a data set as a picture"
  )

  static func answer(_ context: inout CommandContext) throws(Diagnostic) {
    let rowRange = context.reader.range
    let row = try context.count("a row")
    var range: SourceRange?
    var name = "digits"
    if let training = context.session.experiment?.problem.objective.training,
      side(of: training.shape.inputCount) != nil
    {
      name = training.data.name
    }
    while try context.clause() != nil {
      let (word, place) = try context.reader.name("a data set such as digits")
      name = word
      range = place
    }
    guard let table = context.session.data.table(name) else {
      throw .unknownData(name, context.session.data.names, at: range ?? rowRange)
    }
    let label = table.column("label") ?? table.columns.last
    let pixels = table.columns.filter { $0.name != label?.name }.compactMap { $0.numbers }
    guard pixels.count == table.columns.count - 1, let side = side(of: pixels.count) else {
      throw .noPicture(name, table.columns.count - 1, at: range)
    }
    guard row <= table.rowCount else { throw .noRow(row, table.rowCount, of: name, at: rowRange) }
    var title = "row \(row) of \(name)"
    switch label?.content {
    case .numbers(let values): title += ": \(NumberText.shortest(values[row - 1]))"
    case .text(let texts): title += ": \(texts[row - 1])"
    case nil: break
    }
    let darkest = pixels.reduce(0) { max($0, $1.max() ?? 0) }
    let raster = Raster(columns: side, values: pixels.map { $0[row - 1] }, darkest: darkest)
    context.answer(.plot(Chart(title: title, layers: [.raster(raster)]), PlotSize()))
  }

  /// The side of a square of so many pixels, from 4 on.
  private static func side(of count: Int) -> Int? { (4...64).first { $0 * $0 == count } }
}
