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
  /// What is kept for each parameter until the end of the update.
  mutating func passing(_ name: StaticString) -> P.Slot
  /// Where the steps of what follows wait, which are else made at once.
  var waiting: P.Slot? { get set }
  /// What is remembered once for all parameters: its next value, made from the last.
  mutating func shared(_ name: StaticString, initial: Double, _ next: (C) -> C) -> C
  /// A line of the sheet that is computed once an update; gives its value by its name.
  func line(_ name: StaticString, _ value: C) -> C
  /// One number made of all parameters or of those of a layer, which what follows can use: what an
  /// `each` before it should hand to one behind it is kept in a slot, or in what is ``passing(_:)``.
  mutating func total(
    _ kind: Total,
    _ name: StaticString,
    over scope: TotalScope,
    _ value: (P) -> P.N
  ) -> C
  /// Makes this the gradient that what follows sees.
  mutating func takeGradient(_ gradient: (P) -> P.N)
  /// Does this for each parameter.
  func each(_ body: (inout P) -> Void)
}

extension Update {
  /// What is remembered for each parameter, and begins with 0.
  @inlinable @inline(__always)
  public mutating func slot(_ name: StaticString) -> P.Slot { slot(name, initial: 0) }
}
