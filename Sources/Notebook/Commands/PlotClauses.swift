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
  var references: [ReferenceLine] = []

  static func read(
    _ context: inout CommandContext,
    _ kind: PlotKind
  ) throws(Diagnostic) -> PlotClauses {
    var clauses = PlotClauses()
    while let word = context.reader.current {
      guard let name = word.name, kind.clauses.contains(name) else {
        throw .clause(word, of: "plot", kind.clauses)
      }
      if ["every", "last", "from"].contains(name) {
        clauses.rows = try RowClauses.readOne(&context, clauses.rows)
        continue
      }
      context.reader.advance()
      try clauses.read(name, &context)
    }
    return clauses
  }

  private mutating func read(
    _ clause: String,
    _ context: inout CommandContext
  ) throws(Diagnostic) {
    switch clause {
    case "log": isLog = true
    case "logx": isLogX = true
    case "vs": across = try context.column()
    case "hline": references.append(try Self.reference(.horizontal, &context))
    case "vline": references.append(try Self.reference(.vertical, &context))
    case "bins": bins = try context.size("bins", 1, 200)
    case "width": size.width = try context.size("width", 20, 400)
    case "height": size.height = try context.size("height", 3, 200)
    case "for": domain = try Self.domain(&context)
    default:
      guard let text = context.quoted() else {
        throw .expected("a title in double quotes", at: context.reader.range)
      }
      title = text
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
    guard context.reader.take(word: "from") else {
      throw .expected("'from' and a number", at: context.reader.range)
    }
    let from = try context.number()
    guard context.reader.take(word: "to") else {
      throw .expected("'to' and a number", at: context.reader.range)
    }
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
