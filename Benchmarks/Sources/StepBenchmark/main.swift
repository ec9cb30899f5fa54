import Arithmetic
import Glibc
import OptimizerThreads
import Optimizers

// StepBenchmark RULE DIALECT float|double COUNT THREADS
// Prints the nanoseconds of one update, and a sum over the bits of the parameters after 20 updates,
// by which two programs can be seen to compute the same.

func fail(_ text: String) -> Never {
  _ = "\(text)\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
  exit(64)
}

let words = CommandLine.arguments.dropFirst().map { String($0) }
guard words.count == 5, let rule = try? RuleCatalog.entry(named: words[0]),
  let dialect = Dialect(rawValue: words[1]), let count = Int(words[3]), let threads = Int(words[4])
else { fail("usage: StepBenchmark RULE DIALECT float|double COUNT THREADS") }

/// Parameters and gradients that are the same in the C program.
func numbers<Scalar: Real>(_ count: Int, _ seed: UInt32, _ scale: Scalar) -> [Scalar] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return scale * (Scalar(state >> 8) / 16_777_216 - 0.5)
  }
}

/// Repeats updates of arrays, and measures them.
func run<Scalar: OptimizerScalar>(_: Scalar.Type, bits: (Scalar) -> UInt64) throws {
  let kernel = try Optimizer<Scalar>(rule, dialect: dialect, ["alpha": 0.001])
  var w = numbers(count, 1, 2 as Scalar)
  let g = numbers(count, 2, 0.1 as Scalar)
  var state = kernel.state(count: count)
  let team = WorkerTeam(threads: threads)
  w.withUnsafeMutableBufferPointer { w in
    g.withUnsafeBufferPointer { g in
      measure(Stopwatch(threads: threads)) {
        guard threads > 1 else {
          try? kernel.step(w, gradient: g, state: &state)
          return
        }
        try? kernel.step(
          w,
          gradient: g,
          state: &state,
          parts: threads,
          concurrently: team.perform
        )
      } after20: {
        w.reduce(0 as UInt64) { $0 &* 31 &+ bits($1) }
      }
    }
  }
}

func measure(_ stopwatch: Stopwatch, step: () -> Void, after20 sum: () -> UInt64) {
  for _ in 1...20 { step() }
  let sum = sum()
  print(stopwatch.measure(step), sum)
}

do {
  if words[2] == "float" {
    try run(Float.self) { UInt64($0.bitPattern) }
  } else {
    try run(Double.self) { $0.bitPattern }
  }
} catch {
  fail("\(error)")
}
