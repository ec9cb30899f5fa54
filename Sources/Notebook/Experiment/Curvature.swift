import Arithmetic
import Formulas

/// The curvature of a loss at a point: its second derivatives there.
struct Curvature: Sendable {
  /// A direction of the parameters, of length 1, and the second derivative along it.
  struct Mode: Sendable {
    var curvature: Double
    var direction: [Double]
  }

  /// Row by row.
  let matrix: [[Double]]

  /// More parameters than this make no table that one can read.
  static let mostParameters = 12

  init(_ problem: Problem, at point: [Double]) throws(Diagnostic) {
    guard let formula = problem.objective.formula else { throw .noFormula }
    guard point.count <= Self.mostParameters else {
      throw .tooManyParameters(point.count, Self.mostParameters)
    }
    var rows: [[Double]] = []
    for first in formula.gradient {
      var row: [Double] = []
      for name in formula.names {
        let second = try first.derivative(withRespectTo: name)
        row.append(formula.value(of: second, at: point).value)
      }
      rows.append(row)
    }
    matrix = rows
  }

  /// The directions along which the loss curves without a twist, the sharpest first.
  ///
  /// They are the eigenvectors, found by turning one pair of axes after the other (Jacobi 1846); none
  /// where a number is not finite.
  var modes: [Mode] {
    let count = matrix.count
    var a = matrix
    guard a.allSatisfy({ $0.allSatisfy { $0.isFinite } }) else { return [] }
    var axes = a.indices.map { row in a.indices.map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<60 {
      var isDiagonal = true
      for p in 0..<count {
        for q in p + 1..<max(count, p + 1) {
          let size = abs(a[p][p]) + abs(a[q][q])
          if abs(a[p][q]) <= 0x1p-60 * size || a[p][q] == 0 { continue }
          isDiagonal = false
          let slope = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + Double.root(slope * slope + 1))
          let cosine = 1 / Double.root(tangent * tangent + 1)
          let sine = tangent * cosine
          for k in 0..<count {
            (a[k][p], a[k][q]) = (
              cosine * a[k][p] - sine * a[k][q], sine * a[k][p] + cosine * a[k][q]
            )
          }
          for k in 0..<count {
            (a[p][k], a[q][k]) = (
              cosine * a[p][k] - sine * a[q][k], sine * a[p][k] + cosine * a[q][k]
            )
            (axes[p][k], axes[q][k]) = (
              cosine * axes[p][k] - sine * axes[q][k], sine * axes[p][k] + cosine * axes[q][k]
            )
          }
        }
      }
      if isDiagonal { break }
    }
    let modes = (0..<count).map { Mode(curvature: a[$0][$0], direction: Self.upright(axes[$0])) }
    return modes.sorted { $0.curvature > $1.curvature }
  }

  /// Of the two ways along a direction that whose largest part is positive.
  private static func upright(_ direction: [Double]) -> [Double] {
    let largest = direction.max { abs($0) < abs($1) } ?? 0
    return largest < 0 ? direction.map { 0 - $0 } : direction.map { $0 + 0 }
  }
}
