/// An optimizer's update, written once.
///
/// The same text runs on numbers, where it is the update, and on formulas, where it becomes the
/// rule sheet. A rule of your own is written like a built-in one:
///
/// ```swift
/// struct Heavy: Rule {
///   var beta = Setting("beta", 0.9)
///   var settings: [Setting] { [beta] }  // to be shown and saved
///
///   func write<U: Update>(_ on: inout U) {
///     let (alpha, beta) = (on.alpha, on[beta])  // once an update
///     let v = on.slot("v")
///     on.each { x in  // for each parameter
///       let v = x.keep(v, beta * x[v] + x.g)
///       x.step(x.w, less: alpha * v)
///     }
///   }
/// }
/// ```
///
/// A branch on a setting is taken alike by every parameter. What a line should show as a quantity of
/// its own has a name (`line`, `keep`); what is used twice without a name is written out twice.
public protocol Rule: Sendable {
  /// What it is called: the type's name, unless you say another. A state of a rule with another
  /// name is refused.
  static var name: String { get }
  /// The settings that are shown and saved with it; none unless you say which.
  var settings: [Setting] { get }
  /// Writes the update.
  func write<U: Update>(_ on: inout U)
}

extension Rule {
  #if hasFeature(Embedded)
  /// Nothing: types have no names there.
  public static var name: String { "" }
  #else
  /// The type's name.
  public static var name: String { "\(Self.self)" }
  #endif
  /// None.
  public var settings: [Setting] { [] }
}
