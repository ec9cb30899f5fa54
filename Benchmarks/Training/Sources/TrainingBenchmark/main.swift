// TrainingBenchmark DIGITS.csv float|double SPLIT EPOCHS SEED...: for each seed the processor time of an
// epoch in milliseconds, the median of all but the first, and the accuracy on the test rows at the
// end, in percent. The network, the batches and Adam are those of peers/train.py.
import Foundation
import Data
import Networks
import Optimizers

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

func train<Scalar: NetworkScalar & OptimizerScalar>(
  _: Scalar.Type,
  _ table: DataTable,
  _ split: DataSplit,
  _ epochs: Int,
  _ seed: UInt64
) throws -> (time: Double, accuracy: Double) {
  let training = try Training<Scalar>(
    layers: [64, 64, 10],
    on: table,
    batchSize: 64,
    seed: seed,
    split: split
  )
  var run = TrainingRun(training)
  let adam = try Optimizer<Scalar>(.adam, ["alpha": 0.003])
  var state = adam.state(count: training.shape.parameterCount)
  var times: [Double] = []
  for _ in 0..<epochs {
    let start = now()
    for _ in 0..<training.stepsPerEpoch {
      run.advance { _, parameters, gradient in
        try? adam.step(&parameters, gradient: gradient, state: &state)
      }
    }
    times.append(now() - start)
  }
  let rest = times.dropFirst().sorted()
  return (rest[rest.count / 2], 100 * (run.testEvaluation?.accuracy ?? .nan))
}

let words = CommandLine.arguments
let table = try CSVReader.table(name: "digits", Data(contentsOf: URL(filePath: words[1])))
let split = words[3] == "tail" ? DataSplit.tail(360) : .mod5
for seed in words[5...] {
  let (epochs, seed) = (Int(words[4]) ?? 30, UInt64(seed) ?? 1)
  let result =
    words[2] == "float"
    ? try train(Float.self, table, split, epochs, seed)
    : try train(Double.self, table, split, epochs, seed)
  print(result.time, result.accuracy)
}
