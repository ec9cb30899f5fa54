import Arithmetic
import Formulas

/// What is to be made small, and from where.
struct Problem: Sendable {
  /// Noise added to every component of every gradient, as drawing mini-batches does.
  struct Noise: Sendable, Equatable {
    var size: Double
    var seed: UInt64

    /// The noise of one update: a function of the seed and the update alone, so that replay is
    /// exact.
    func add(to gradient: UnsafeMutablePointer<Double>, count: Int, update: Int) {
      var generator = SeededGenerator(seed: seed, stream: UInt64(update))
      for index in 0..<count { gradient[index] += size * generator.normal() }
    }
  }

  /// The formula's text, the name of a built-in problem, or the network and its data.
  var title: String
  var parameters: Parameters
  var start: [Double]
  /// The partial derivatives, one for each parameter; none where the gradient is back-propagated.
  var gradient: [Expression]
  var objective: Objective
  var noise: Noise?
  /// The usual window of a built-in problem's picture: x from, to, y from, to.
  var window: [Double]?

  /// The gradient that the next update at `t` uses, noise included, and the loss.
  func lossAndGradient(at point: [Double], t: Int) -> (loss: Double, gradient: [Double]) {
    var (loss, gradient) = objective.lossAndGradient(at: point, update: t + 1)
    if let noise {
      gradient.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        noise.add(to: base, count: parameters.count, update: t + 1)
      }
    }
    return (loss, gradient)
  }
}
