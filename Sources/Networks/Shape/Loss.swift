import Arithmetic

/// What training makes small, always the mean over the examples.
package enum Loss: String, CaseIterable, Sendable {
  /// -log of the probability that softmax gives the right class; one output per class.
  case crossEntropy
  /// -log of the probability that the logistic function gives the right one of two classes.
  case logistic
  /// The squared distance from the target, mean over the outputs.
  case squaredError
}

extension Loss {
  /// The sum of the losses of a batch; the pass gets the derivative of their mean by each output.
  func evaluate<Scalar: NetworkScalar>(_ batch: Batch<Scalar>, _ pass: Pass<Scalar>) -> Double {
    let rows = batch.rows
    let width = pass.outputCount
    let share = 1 / Scalar(rows.count)
    var total = 0.0
    switch (self, batch.examples.targets) {
    case (.crossEntropy, .classes(let classes)):
      let softmax = Softmax(
        rows: rows.count,
        width: width,
        outputs: UnsafePointer(pass.outputs),
        share: share,
        deltas: pass.outputDeltas,
        largest: pass.rowNumbers,
        sums: pass.rowNumbers + rows.count
      )
      Scalar.applySoftmax(softmax)
      for row in 0..<rows.count {
        let place = row * width + classes[rows[row]]
        softmax.deltas[place] -= share
        let margin = softmax.outputs[place] - softmax.largest[row]
        total += Elementary.log(softmax.sums[row].widened) - margin.widened
      }
    case (.logistic, .classes(let classes)):
      for row in 0..<rows.count {
        total += Self.logistic(
          pass.outputs[row],
          isOne: classes[rows[row]] == 1,
          share,
          pass.outputDeltas + row
        )
      }
    case (.squaredError, .values(let values)):
      for row in 0..<rows.count {
        for index in 0..<width {
          let place = row * width + index
          let difference = pass.outputs[place] - values[rows[row] * width + index]
          pass.outputDeltas[place] = difference * (2 * share / Scalar(width))
          total += difference.widened * difference.widened / Double(width)
        }
      }
    default: preconditionFailure("a loss over classes needs classes, squared error values")
    }
    return total
  }

  /// How many of a batch are classified right; nil where there are no classes.
  func countRight<Scalar: NetworkScalar>(_ batch: Batch<Scalar>, _ pass: Pass<Scalar>) -> Int? {
    guard case .classes(let classes) = batch.examples.targets else { return nil }
    let width = pass.outputCount
    var count = 0
    for row in 0..<batch.rows.count {
      let output = pass.outputs + row * width
      let label = classes[batch.rows[row]]
      if self == .logistic {
        count += (output.pointee > 0) == (label == 1) ? 1 : 0
      } else {
        var best = 0
        for index in 1..<width where output[index] > output[best] { best = index }
        count += best == label ? 1 : 0
      }
    }
    return count
  }
}

extension Loss {
  private static func logistic<Scalar: Real>(
    _ output: Scalar,
    isOne: Bool,
    _ share: Scalar,
    _ delta: UnsafeMutablePointer<Scalar>
  ) -> Double {
    delta.pointee = (.sigmoid(output) - (isOne ? 1 : 0)) * share
    let margin = (isOne ? output : -output).widened
    // log(1 + e^-margin), without overflow.
    return margin < 0
      ? Elementary.log1p(Elementary.exp(margin)) - margin
      : Elementary.log1p(Elementary.exp(-margin))
  }
}
