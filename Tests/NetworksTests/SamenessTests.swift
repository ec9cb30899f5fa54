import Arithmetic
import Data
import Networks
import Testing

/// A few steps on the spirals, folded into one number that any changed bit changes.
private func fingerprint<Scalar: NetworkScalar>(
  _: Scalar.Type,
  _ activation: Activation,
  bits: (Scalar) -> UInt64
) throws -> UInt64 {
  let data = try TrainingData<Scalar>(GeneratedData.spirals.table(), isClassification: true)
  var run = TrainingRun(
    try Training(
      Architecture(sizes: [2, 19, 7, 2], hidden: activation),
      loss: .crossEntropy,
      data: data,
      batchSize: 30,
      seed: 12
    )
  )
  for _ in 0..<15 {
    run.advance { _, parameters, gradient in
      for index in parameters.indices { parameters[index] -= 0.25 * gradient[index] }
    }
  }
  return run.parameters.reduce(0) { ($0 ^ bits($1)) &* 0x100_0000_01b3 }
}

@Test("training gives the same bits everywhere, at every level of optimisation")
func trainingIsTheSameEverywhere() throws {
  #expect(try fingerprint(Float.self, .relu) { UInt64($0.bitPattern) } == 2_765_028_478_450_721_327)
  #expect(try fingerprint(Float.self, .tanh) { UInt64($0.bitPattern) } == 7_308_215_076_472_198_352)
  #expect(try fingerprint(Double.self, .relu) { $0.bitPattern } == 4_090_756_396_904_592_873)
  #expect(try fingerprint(Double.self, .sigmoid) { $0.bitPattern } == 6_125_007_472_516_761_891)
}
