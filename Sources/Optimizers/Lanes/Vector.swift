public import Arithmetic

/// As many numbers as an update takes at a time: a vector of the machine, or a single number.
public protocol Vector {
  /// What it is a vector of.
  associatedtype Scalar: Real

  /// How many there are.
  static var lanes: Int { get }
  /// A constant, rounded once, in every place.
  init(all value: Double)
  /// The numbers that begin there.
  init(at place: UnsafePointer<Scalar>)
  /// Puts the numbers there.
  func store(at place: UnsafeMutablePointer<Scalar>)

  /// The sums.
  static func plus(_ a: Self, _ b: Self) -> Self
  /// The differences.
  static func minus(_ a: Self, _ b: Self) -> Self
  /// The products.
  static func times(_ a: Self, _ b: Self) -> Self
  /// The quotients.
  static func over(_ a: Self, _ b: Self) -> Self
  /// The square roots.
  static func root(_ a: Self) -> Self
  /// The distances from 0.
  static func size(_ a: Self) -> Self
  /// Where x is above y, a; else b.
  static func above(_ x: Self, _ y: Self, _ a: Self, _ b: Self) -> Self
  /// Where x is a number, a; else b.
  static func number(_ x: Self, _ a: Self, _ b: Self) -> Self
}

/// What parameters may be: `Float` or `Double`, with the vectors of this machine.
public protocol OptimizerScalar: Real {
  /// What an update takes at a time.
  associatedtype Pack: Vector where Pack.Scalar == Self
}
