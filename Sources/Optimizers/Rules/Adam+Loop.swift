internal import Arithmetic

extension Adam {
  /// Whether the bugs that change the loop itself are absent.
  var hasPlainLoop: Bool {
    settings.bug != .undamped && settings.bug != .epsilonMisplaced
  }

  /// One pass over the parameters: the new moments from the old and the gradient, then the new
  /// parameter from its place, the first moment and the second, or its largest so far.
  @inline(__always)
  func loop(
    _ arrays: UpdateArrays<Scalar>,
    gradient: (Int) -> Scalar,
    mean: (Scalar, Scalar) -> Scalar,
    square: (Scalar, Scalar) -> Scalar,
    change: (Int, Scalar, Scalar) -> Scalar
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let s = arrays.slot(1)
    if variant == .amsgrad {
      let largest = arrays.slot(2)
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let first = mean(v[i], slope)
        let second = square(s[i], slope)
        let top = Self.larger(largest[i], second)
        v[i] = first
        s[i] = second
        largest[i] = top
        w[i] = change(i, first, top)
      }
    } else {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let first = mean(v[i], slope)
        let second = square(s[i], slope)
        v[i] = first
        s[i] = second
        w[i] = change(i, first, second)
      }
    }
  }

  /// The larger of two as the sheet's `max` gives it: not-a-number if either is.
  @inline(__always)
  static func larger(_ a: Scalar, _ b: Scalar) -> Scalar { a > b || a != a ? a : b }
}
