import Formulas
import Optimizers

/// An update on formulas: every parameter's at once.
struct SheetUpdate: Update {
  typealias C = FormulaConstant
  typealias P = SheetParameter

  let writer: UnsafeMutablePointer<SheetWriter>
  var waiting: StaticString?

  private func name(_ name: StaticString) -> C {
    C(Leaf(writer.pointee.add(.variable("\(name)")), writer))
  }

  var t: C { name("t") }
  var alpha: C { name("alpha") }
  subscript(_ setting: Optimizers.Setting) -> C { name(setting.name) }
  func power(_ base: Optimizers.Setting, _ exponent: C) -> C { .power(self[base], exponent) }
  func line(_ name: StaticString, _ value: C) -> C { C(value.leaf.named(name)) }

  func slot(_ name: StaticString, initial: Double) -> StaticString {
    writer.pointee.slot(name, initial)
    return name
  }

  func shared(_ name: StaticString, initial: Double, _ next: (C) -> C) -> C {
    writer.pointee.slot(name, initial)
    return line(name, next(self.name(name)))
  }

  /// A line like any other.
  func passing(_ name: StaticString) -> StaticString { name }

  func total(
    _ kind: Total,
    _ name: StaticString,
    over scope: TotalScope,
    _ value: (SheetParameter) -> Formula
  ) -> C {
    let layer = scope == .layer ? self.name("layer").leaf : nil
    let word: StaticString = kind == .norm ? "norm" : "mean"
    return line(name, C(.apply(word, value(SheetParameter(writer: writer)).leaf, layer)))
  }

  func takeGradient(_ gradient: (SheetParameter) -> Formula) {
    _ = gradient(SheetParameter(writer: writer)).leaf.named("g")
  }

  func each(_ body: (inout SheetParameter) -> Void) {
    var parameter = SheetParameter(writer: writer, waiting: waiting)
    body(&parameter)
  }
}

/// Any parameter, its gradient and its slots, by their names.
struct SheetParameter: Optimizers.Parameter {
  let writer: UnsafeMutablePointer<SheetWriter>
  var waiting: StaticString?

  private func name(_ name: StaticString) -> Formula {
    Formula(Leaf(writer.pointee.add(.variable("\(name)")), writer))
  }

  var w: Formula {
    get { name("w") }
    nonmutating set { _ = newValue.leaf.named("w") }
  }
  var g: Formula { name("g") }
  subscript(_ slot: StaticString) -> Formula { name(slot) }
  func line(_ name: StaticString, _ value: Formula) -> Formula { Formula(value.leaf.named(name)) }
  @discardableResult func keep(_ slot: StaticString, _ value: Formula) -> Formula {
    line(slot, value)
  }
}
