import OptimizerThreads
import Optimizers
import Synchronization
import Testing

/// A team does every part once, whatever is asked of it.
struct WorkerTeamTests {
  @Test("Every part is done once", arguments: [-1, 0, 1, 2, 3, 17, 1000], [0, 1, 2, 3])
  func everyPart(parts: Int, threads: Int) {
    let team = WorkerTeam(threads: threads)
    let done = Mutex([Int](repeating: 0, count: max(0, parts)))
    for _ in 1...20 {
      team.perform(parts) { part in done.withLock { $0[part] += 1 } }
    }
    #expect(done.withLock { $0.allSatisfy { $0 == 20 } })
  }

  @Test("The example of the documentation")
  func example() throws {
    let adam = try Optimizer<Float>(.adam, ["alpha": 0.25])
    let team = WorkerTeam(threads: 2)
    var w = [Float](repeating: 1, count: 100_000)
    let g = [Float](repeating: 2, count: 100_000)
    var state = adam.state(count: w.count)
    try adam.step(&w, gradient: g, state: &state, parts: 2, concurrently: team.perform)
    #expect(w[99_999] == 0.75 && w.allSatisfy { $0 == w[0] })
  }

  @Test("A team that has gone to sleep wakes up for the next update")
  func sleep() async throws {
    let team = WorkerTeam(threads: 2)
    let sum = Atomic(0)
    for _ in 1...5 {
      try await Task.sleep(for: .milliseconds(20))
      team.perform(2) { _ in sum.add(1, ordering: .relaxed) }
    }
    #expect(sum.load(ordering: .relaxed) == 10)
  }

  @Test("Work inside work is done by the thread that asks for it")
  func nested() {
    let team = WorkerTeam(threads: 2)
    let sum = Atomic(0)
    team.perform(4) { _ in team.perform(3) { _ in sum.add(1, ordering: .relaxed) } }
    #expect(sum.load(ordering: .relaxed) == 12)
  }

  @Test("Two threads may ask one team at the same time")
  func twoCallers() async {
    let team = WorkerTeam(threads: 2)
    let counter = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...2 {
        group.addTask {
          for _ in 1...500 { team.perform(3) { _ in counter.add() } }
        }
      }
    }
    #expect(counter.sum.load(ordering: .relaxed) == 3000)
  }

  @Test("A shared update has the bits of a lone one", arguments: RuleCatalog.entries)
  func bits(rule: OptimizerRule) throws {
    let count = 50_007
    let kernel = try Optimizer<Float>(RuleSettings(rule))
    let team = WorkerTeam(threads: 2)
    var alone = (0..<count).map { Float($0 % 97) / 97 }
    var shared = alone
    let gradient = (0..<count).map { Float($0 % 31) / 31 - 0.5 }
    var state = kernel.state(count: count)
    var sharedState = state
    for _ in 1...5 {
      try kernel.step(&alone, gradient: gradient, state: &state)
      try kernel.step(
        &shared,
        gradient: gradient,
        state: &sharedState,
        parts: 3,
        concurrently: team.perform
      )
    }
    #expect(alone == shared)
    #expect(state == sharedState)
  }
}

/// A number that several tasks add to.
private final class Counter: Sendable {
  let sum = Atomic(0)

  func add() { sum.add(1, ordering: .relaxed) }
}
