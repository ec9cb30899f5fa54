import Formulas

/// A formula in the making: where its tree stands, or a written number, which stands nowhere yet.
///
/// The address is the writer's that `RuleSheet.init(_:)` holds for as long as the rule writes.
struct Leaf {
  private let writer: UnsafeMutablePointer<SheetWriter>?
  private let index: Int
  private let number: Double

  init(_ index: Int, _ writer: UnsafeMutablePointer<SheetWriter>) {
    self.writer = writer
    self.index = index
    number = 0
  }

  init(number: Double) {
    writer = nil
    index = 0
    self.number = number
  }

  private var tree: Expression { writer?.pointee.trees[index] ?? .constant(number) }

  @inline(never)
  static func join(_ op: Expression.Operator, _ a: Leaf, _ b: Leaf) -> Leaf {
    guard let writer = a.writer ?? b.writer else {
      preconditionFailure("two written numbers: write one")
    }
    return Leaf(writer.pointee.add(.binary(op, a.tree, b.tree, Formulas.Place())), writer)
  }

  @inline(never)
  static func negate(_ a: Leaf) -> Leaf {
    guard let writer = a.writer else { preconditionFailure("a written number: write its sign") }
    return Leaf(writer.pointee.add(.negate(a.tree)), writer)
  }

  @inline(never)
  static func apply(_ function: StaticString, _ a: Leaf, _ b: Leaf? = nil, _ c: Leaf? = nil) -> Leaf
  {
    guard let writer = a.writer else { preconditionFailure("a function of a written number") }
    var arguments = [Expression.Argument(a.tree)]
    if let b { arguments.append(.init(b.tree)) }
    if let c { arguments.append(.init(c.tree)) }
    return Leaf(writer.pointee.add(.call("\(function)", arguments, Formulas.Place())), writer)
  }

  /// A line of the sheet; gives its value by its name.
  func named(_ name: StaticString) -> Leaf {
    guard let writer else { preconditionFailure("a line of a written number") }
    return Leaf(writer.pointee.line(name, index), writer)
  }
}
