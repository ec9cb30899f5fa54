internal import Arithmetic

/// One number made of many parameters.
public enum Total: Sendable {
  /// The root of the sum of squares.
  case norm
  /// The arithmetic mean.
  case mean

  var kind: OrderedTotal.Kind { self == .norm ? .norm : .mean }
}

/// Whose parameters a ``Total`` is made of.
public enum TotalScope: Sendable {
  /// All that are updated together.
  case all
  /// Those of one array, as in the notebook those of one name.
  case layer
}
