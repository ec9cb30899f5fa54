/// An update at work: first what is computed once, then `each` parameter.
public protocol Update {
  /// What settings and `t` are.
  associatedtype C: Constant
  /// What one parameter is.
  associatedtype P: Parameter where P.N.C == C

  /// The number of the update, 1 at the first.
  var t: C { get }
  /// The learning rate of this update.
  var alpha: C { get }
  /// A setting.
  subscript(_ setting: Setting) -> C { get }
  /// A setting to a power, faster than by its value.
  func power(_ base: Setting, _ exponent: C) -> C

  /// What is remembered for each parameter, with what it is before the first update.
  mutating func slot(_ name: StaticString, initial: Double) -> P.Slot
  /// What is remembered once for all parameters: its next value, made from the last.
  mutating func shared(_ name: StaticString, initial: Double, _ next: (C) -> C) -> C
  /// A line of the sheet that is computed once an update; gives its value by its name.
  func line(_ name: StaticString, _ value: C) -> C
  /// Does this for each parameter.
  func each(_ body: (inout P) -> Void)
}

extension Update {
  /// What is remembered for each parameter, and begins with 0.
  @inlinable @inline(__always)
  public mutating func slot(_ name: StaticString) -> P.Slot { slot(name, initial: 0) }
}
