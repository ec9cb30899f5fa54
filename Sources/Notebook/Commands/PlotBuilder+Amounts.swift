import Formulas
import Plots

extension PlotBuilder {
  /// How often values occur: of a series its elements, of a number its values over the history.
  func histogram() throws(Diagnostic) -> Chart {
    guard columns.count == 1 else { throw .oneHistogram(at: columns[1].value.range) }
    let values = try values(of: columns[0])
    let histogram = clauses.bins.map { Histogram(of: values, bins: $0) } ?? Histogram(of: values)
    return Chart(x: Axis(columns[0].label), layers: [.histogram(histogram)])
  }

  private func values(of column: Column) throws(Diagnostic) -> [Double] {
    var evaluator = session.evaluator(at: session.experiment?.now)
    let now = try evaluator.value(of: column.value)
    if case .series(let elements) = now {
      guard !elements.isEmpty else { throw .nothingToPlot(at: column.value.range) }
      return clauses.rows.indexes(elements.count).map { elements[$0] }
    }
    guard session.usesHistory([column.value]) else { return [try number(now, column)] }
    let span = try clauses.rows.span(context.experiment(), aim: Self.samples)
    return try session.history([column.value], span).map { $0[0].number }
  }

  /// A bar for each number and for each element of a series; straight after compare, for each run.
  func bars() throws(Diagnostic) -> Chart {
    var bars: [Bar] = []
    if let comparison = session.comparison, session.usesHistory(columns.map { $0.value }) {
      for run in comparison.runs {
        var own = session
        own.experiment = run.experiment
        for column in columns {
          let name = columns.count == 1 ? run.label : "\(run.label) \(column.label)"
          bars += try Self.bars(of: column, named: name, own)
        }
      }
    } else {
      for column in columns { bars += try Self.bars(of: column, named: column.label, session) }
    }
    let title = columns.count == 1 ? columns[0].label : ""
    return Chart(title: title, y: Axis(title), layers: [.bars(bars)])
  }

  private static let mostBars = 200

  private static func bars(
    of column: Column,
    named name: String,
    _ session: Session
  ) throws(Diagnostic) -> [Bar] {
    var evaluator = session.evaluator(at: session.experiment?.now)
    let values = try evaluator.elements(of: column.value)
    guard !values.isEmpty else { throw .nothingToPlot(at: column.value.range) }
    guard values.count <= mostBars else {
      throw .tooManyBars(values.count, mostBars, at: column.value.range)
    }
    if values.count == 1 { return [Bar(name, values[0])] }
    let parameters = session.experiment?.problem.parameters
    let isOfParameters =
      parameters?.count == values.count && session.usesHistory([column.value])
      && column.value.isName
    return values.enumerated().map { index, value in
      let part = parameters.flatMap { isOfParameters ? ".\($0.name(of: index))" : nil }
      return Bar(name + (part ?? "[\(index + 1)]"), value)
    }
  }

  private func number(_ value: Value, _ column: Column) throws(Diagnostic) -> Double {
    switch value {
    case .number(let number): return number
    case .boolean(let truth): return truth ? 1 : 0
    default: throw .textInPlot(at: column.value.range)
    }
  }
}

extension Expression {
  /// Whether it is a name alone, as `v`.
  fileprivate var isName: Bool {
    if case .name = self { true } else { false }
  }
}
