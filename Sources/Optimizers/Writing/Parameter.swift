/// One parameter in an update: its value, its gradient and its slots.
public protocol Parameter {
  /// What stands for a number.
  associatedtype N: Number
  /// A slot, as ``Update/slot(_:initial:)`` gives it.
  associatedtype Slot

  /// The parameter.
  var w: N { get set }
  /// Its gradient.
  var g: N { get }
  /// Where a step waits, which is else made at once.
  var waiting: Slot? { get }
  /// What a slot holds.
  subscript(_ slot: Slot) -> N { get }
  /// A line of the sheet; gives its value by its name.
  func line(_ name: StaticString, _ value: N) -> N
  /// A line that is remembered until the next update.
  @discardableResult mutating func keep(_ slot: Slot, _ value: N) -> N
}

extension Parameter {
  /// The update's last line: the parameter (or what decay has left of it) less a step.
  @inlinable @inline(__always)
  public mutating func step(_ from: N, less step: N) {
    guard let waiting else { return w = from - step }
    keep(waiting, step)
    w = from
  }

  /// The update's last line, for rules that keep a velocity: the parameter and a change.
  @inlinable @inline(__always)
  public mutating func step(_ from: N, plus change: N) {
    guard let waiting else { return w = from + change }
    keep(waiting, -change)
    w = from
  }
}
