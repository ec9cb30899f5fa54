// What a package that wants the optimizers writes: built and run by library.sh.
import Arithmetic
import OptimizerThreads
import Optimizers

/// A rule of its own, and a function over both kinds of parameters.
struct Heavy: Rule {
  let beta = Setting("beta", 0.9)
  var settings: [Setting] { [beta] }

  func write<U: Update>(_ on: inout U) {
    let (alpha, beta) = (on.alpha, on[beta])
    let v = on.slot("v")
    on.each { x in
      let v = x.keep(v, beta * x[v] + x.g)
      x.step(x.w, less: alpha * v)
    }
  }
}

func length<Number: Real>(_ numbers: [Number]) -> Number {
  .root(numbers.reduce(0) { $0 + $1 * $1 })
}

let chain = try Optimizer<Float>.chain(
  .clip(norm: 1),
  rule: Optimizer(Heavy(), alpha: 0.1),
  schedule: .cosine(from: 0.1, over: 50)
)
var groups = [ParameterGroup([[3, 4]], chain), ParameterGroup([[1]], chain)]
for _ in 1...100 {
  try groups.step(gradients: groups.map { $0.parameters })
}
let team = WorkerTeam(threads: 2)
team.perform(2) { _ in }
let left = groups.map { length($0.parameters[0]) }
guard left.allSatisfy({ $0 < 0.5 }) else { fatalError("\(left)") }
print(chain)
