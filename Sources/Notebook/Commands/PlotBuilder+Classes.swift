import Arithmetic
import Data
import Formulas
import Networks
import Plots

extension PlotBuilder {
  /// A sign of its own for the points of each label.
  func scatter() throws(Diagnostic) -> Chart {
    guard columns.count == 2, let label = clauses.label else {
      throw .scatterNeedsTwo(at: columns.first?.value.range)
    }
    let xs = try elements(columns[0])
    let ys = try elements(columns[1])
    let (labels, names) = try labels(label)
    for (column, count) in [(columns[1], ys.count), (label, labels.count)]
    where count != xs.count {
      throw .unevenPoints(count, xs.count, at: column.value.range)
    }
    guard names.count <= Self.mostLabels else {
      throw .tooManyLabels(names.count, Self.mostLabels, at: label.value.range)
    }
    return Chart(
      x: Axis(columns[0].label),
      y: Axis(columns[1].label),
      layers: names.map { name in
        let chosen = labels.indices.filter { labels[$0] == name }
        return .points(Series(name, x: chosen.map { xs[$0] }, y: chosen.map { ys[$0] }))
      }
    )
  }

  /// As many signs as there are.
  private static let mostLabels = 8

  private func elements(_ column: Column) throws(Diagnostic) -> [Double] {
    var evaluator = session.evaluator(at: session.experiment?.now)
    return try evaluator.elements(of: column.value)
  }

  /// The label of each point, and all there are: numbers ascending, the texts of a column as they appear.
  private func labels(_ column: Column) throws(Diagnostic) -> (each: [String], all: [String]) {
    if case .name(let name, _) = column.value, let texts = session.data.texts(name) {
      return (texts, Self.distinct(texts))
    }
    let numbers = try elements(column)
    let texts = numbers.map { NumberText.shown($0, session.precision) }
    let ascending = numbers.sorted().map { NumberText.shown($0, session.precision) }
    return (texts, Self.distinct(ascending))
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: [String] = []
    for text in texts where !seen.contains(text) {
      seen.append(text)
      // More are too many anyway.
      if seen.count > 100 { break }
    }
    return seen
  }

  /// What a network of two inputs says over the plane, and the examples on it.
  static func border(_ context: CommandContext) throws(Diagnostic) -> Chart {
    let network = try context.network()
    guard network.isClassification else { throw .noClasses(network.data.name) }
    let inputCount = network.training.shape.inputCount
    guard inputCount == 2 else { throw .borderNeedsTwo(inputCount) }
    let table = context.session.data.table(network.data.name)
    let label = table?.column("label")?.name ?? table?.columns.last?.name
    let names = (table?.columns ?? []).map { $0.name }.filter { $0 != label }
    let hasTest = network.data.test != nil
    let examples = network.examples(ofTest: hasTest)
    let scale = network.data.inputScale
    let points = examples.map { $0.inputs.map { $0 / scale } }
    let x = limits(points.map { $0[0] })
    let y = limits(points.map { $0[1] })
    let count = network.data.classCount ?? 2
    var field = Field("class", x: x, y: y, columns: 121, rows: 81) { across, up in
      guard let said = network.answers(to: [across * scale, up * scale]).first else { return .nan }
      // Between two classes the border is where both are believed in alike.
      return count == 2 && said.count == 2 ? said[1] : Double(NetworkView.choice(said))
    }
    field.classes = (0..<count).map(network.name)
    var layers: [Layer] = [.contours(field)]
    for index in 0..<count {
      let chosen = examples.indices.filter { Int(examples[$0].wanted) == index }
      layers.append(
        .points(
          Series(
            network.name(index),
            x: chosen.map { points[$0][0] },
            y: chosen.map { points[$0][1] }
          )
        )
      )
    }
    var chart = Chart(
      title: context.session.experiment?.problem.title ?? "",
      x: Axis(names.first ?? "x"),
      y: Axis(names.last ?? "y"),
      layers: layers
    )
    let part = hasTest ? "kept for testing" : "trained on"
    chart.notes = ["points: the \(examples.count) rows \(part)"]
    return chart
  }

  private static func limits(_ values: [Double]) -> Plots.Axis.Limits {
    let low = values.reduce(Double.infinity) { min($0, $1) }
    let high = values.reduce(-Double.infinity) { max($0, $1) }
    let air = max(0.08 * (high - low), 1e-6)
    return Plots.Axis.Limits(low - air, high + air)
  }
}
