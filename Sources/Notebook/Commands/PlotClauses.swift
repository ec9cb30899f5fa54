import Formulas
import Plots

/// What follows the columns of a plot.
struct PlotClauses {
  var isLog = false
  var isLogX = false
  var size = PlotSize()
  var title: String?
  var rows = RowClauses()
  var domain: (name: String, from: Double, to: Double)?
  /// What points lie over: `vs`.
  var across: Column?
  var bins: Int?
  /// What tells the points of a scatter apart: `by`.
  var label: Column?
  var references: [ReferenceLine] = []

  private static let frame = [
    Clause(.width, [.number], "columns, 20 to 400"),
    Clause(.height, [.number], "lines, 3 to 200"),
    Clause(.title, [.text], "a title"),
  ]
  private static let log = Clause(.log, [], "a logarithmic axis")
  private static let lines = [
    Clause(.hline, [.number, .label], repeats: true, "a line across the picture"),
    Clause(.vline, [.number, .label], repeats: true, "a line down the picture"),
  ]
  static let ofBars = frame
  static let ofScatter =
    [
      Clause(.by, [.formula], "what tells the points apart"), log,
      Clause(.logx, [], "a logarithmic axis across"),
    ] + lines + frame
  static let ofHistogram =
    [Clause(.bins, [.number], "at most so many bins"), log] + lines + frame + RowClauses.all
  static let ofCurves =
    [
      Clause(.vs, [.formula], "points over another expression"), log,
      Clause(.logx, [], "a logarithmic axis across"),
    ] + lines + frame + [
      Clause(
        .for,
        [.name, .word(.from), .number, .word(.to), .number],
        "draw formulas of a name over its values"
      )
    ] + RowClauses.all

  static func read(_ context: inout CommandContext) throws(Diagnostic) -> PlotClauses {
    var clauses = PlotClauses()
    while let clause = try context.clause() { try clauses.read(clause, &context) }
    return clauses
  }

  private mutating func read(
    _ clause: Word,
    _ context: inout CommandContext
  ) throws(Diagnostic) {
    switch clause {
    case .log: isLog = true
    case .logx: isLogX = true
    case .by: label = try context.column()
    case .vs: across = try context.column()
    case .hline: references.append(try Self.reference(.horizontal, &context))
    case .vline: references.append(try Self.reference(.vertical, &context))
    case .bins: bins = try context.size("bins", 1, 200)
    case .width: size.width = try context.size("width", 20, 400)
    case .height: size.height = try context.size("height", 3, 200)
    case .for: domain = try Self.domain(&context)
    case .title:
      guard let text = context.quoted() else {
        throw .expected("a title in double quotes", at: context.reader.range)
      }
      title = text
    default: try rows.read(clause, &context)
    }
  }

  /// A number, and what it means in quotes.
  private static func reference(
    _ direction: ReferenceLine.Direction,
    _ context: inout CommandContext
  ) throws(Diagnostic) -> ReferenceLine {
    let value = try context.number()
    return ReferenceLine(direction, at: value, label: context.quoted() ?? "")
  }

  private static func domain(
    _ context: inout CommandContext
  ) throws(Diagnostic) -> (name: String, from: Double, to: Double) {
    let (name, range) = try context.reader.name("the name that varies")
    try context.expect(.from, "a number")
    let from = try context.number()
    try context.expect(.to, "a number")
    let to = try context.number()
    guard from.isFinite, to.isFinite, from != to else {
      throw Diagnostic("a range needs two different numbers", at: range)
    }
    return (name, from, to)
  }
}

/// The size asked for; nil is the medium's own.
package struct PlotSize: Equatable, Sendable {
  package var width: Int?
  package var height: Int?
}

extension CommandContext {
  fileprivate mutating func size(
    _ what: String,
    _ least: Int,
    _ most: Int
  ) throws(Diagnostic) -> Int {
    let range = reader.range
    let value = try count(what)
    guard value >= least, value <= most else {
      throw Diagnostic("\(what) goes from \(least) to \(most)", at: range)
    }
    return value
  }

  /// The next word, where it is text in quotes.
  fileprivate mutating func quoted() -> String? {
    guard let token = reader.current, case .text(let text) = token.kind else { return nil }
    reader.advance()
    return text
  }
}
