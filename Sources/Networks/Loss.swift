package import Arithmetic

/// What training makes small, always the mean over the examples.
package enum Loss: String, CaseIterable, Sendable {
  /// -log of the probability that softmax gives the right class; one output per class.
  case crossEntropy
  /// -log of the probability that the logistic function gives the right one of two classes.
  case logistic
  /// The squared distance from the target, mean over the outputs.
  case squaredError
}

/// What an example should give.
package enum Targets<Scalar: Real>: Equatable, Sendable {
  /// The class of each example, counted from 0.
  case classes([Int])
  /// The wanted outputs, example by example.
  case values([Scalar])
}

extension Loss {
  /// The sum of the loss of some examples; `deltas` gets the derivative of their mean loss by each
  /// output.
  func evaluate<Scalar: Real>(
    _ outputs: UnsafePointer<Scalar>,
    width: Int,
    targets: Targets<Scalar>,
    examples: ArraySlice<Int>,
    deltas: UnsafeMutablePointer<Scalar>
  ) -> Double {
    let share = 1 / Scalar(examples.count)
    var total = 0.0
    for (row, example) in examples.enumerated() {
      let output = outputs + row * width
      let delta = deltas + row * width
      switch (self, targets) {
      case (.crossEntropy, .classes(let classes)):
        total += Self.crossEntropy(output, width, classes[example], share, delta)
      case (.logistic, .classes(let classes)):
        total += Self.logistic(output.pointee, isOne: classes[example] == 1, share, delta)
      case (.squaredError, .values(let values)):
        total += values.withUnsafeBufferPointer {
          Self.squaredError(output, width, $0[(example * width)...], share, delta)
        }
      default: preconditionFailure("a loss over classes needs classes, squared error values")
      }
    }
    return total
  }

  private static func crossEntropy<Scalar: Real>(
    _ output: UnsafePointer<Scalar>,
    _ width: Int,
    _ label: Int,
    _ share: Scalar,
    _ delta: UnsafeMutablePointer<Scalar>
  ) -> Double {
    var largest = output[0]
    for index in 1..<width where !(output[index] <= largest) { largest = output[index] }
    var sum: Scalar = 0
    for index in 0..<width {
      delta[index] = .exp(output[index] - largest)
      sum += delta[index]
    }
    let scale = share / sum
    for index in 0..<width { delta[index] *= scale }
    delta[label] -= share
    return Elementary.log(sum.widened) - (output[label] - largest).widened
  }

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

  private static func squaredError<Scalar: Real>(
    _ output: UnsafePointer<Scalar>,
    _ width: Int,
    _ wanted: Slice<UnsafeBufferPointer<Scalar>>,
    _ share: Scalar,
    _ delta: UnsafeMutablePointer<Scalar>
  ) -> Double {
    var sum = 0.0
    for index in 0..<width {
      let difference = output[index] - wanted[wanted.startIndex + index]
      delta[index] = difference * (2 * share / Scalar(width))
      sum += difference.widened * difference.widened
    }
    return sum / Double(width)
  }

  /// Whether the outputs say the right class; nil where the loss knows no classes.
  func isRight<Scalar: Real>(
    _ output: UnsafePointer<Scalar>,
    width: Int,
    targets: Targets<Scalar>,
    example: Int
  ) -> Bool? {
    guard case .classes(let classes) = targets else { return nil }
    if self == .logistic { return (output.pointee > 0) == (classes[example] == 1) }
    var best = 0
    for index in 1..<width where output[index] > output[best] { best = index }
    return best == classes[example]
  }
}
