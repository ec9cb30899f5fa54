import Arithmetic
import Formulas
import Networks

extension Problem {
  /// The same problem with everything random in it drawn anew: noise, the first weights and the order
  /// of a network's rows; where nothing is random the start is moved.
  func seeded(_ seed: UInt64) -> Problem {
    var problem = self
    if let training = objective.training {
      let drawn = training.seeded(seed)
      problem.start = drawn.initialParameters
      problem.objective = Objective(drawn)
    } else if let noise {
      problem.noise = Noise(size: noise.size, seed: seed)
    } else {
      var generator = SeededGenerator(seed: seed)
      for (index, reach) in reach.enumerated() {
        problem.start[index] += reach * (2 * generator.uniform() - 1)
      }
    }
    return problem
  }

  /// How far a seed may move the start where nothing is random: a tenth of the picture's window.
  private var reach: [Double] {
    start.indices.map { index in
      if let window, window.count == 2 * start.count {
        return 0.1 * (window[2 * index + 1] - window[2 * index])
      }
      return 0.2 * max(1, abs(start[index]))
    }
  }

  /// What the seeds from `first` on fix, in words.
  func wordsOnSeeds(_ first: UInt64, _ count: Int) -> String {
    let seeds = count == 1 ? "seed \(first)" : "seeds \(first) to \(first + UInt64(count) - 1)"
    if objective.training != nil {
      return "\(seeds): each draws the first weights and the order of the rows anew"
    }
    if noise != nil { return "\(seeds): each draws the noise anew" }
    let moves = reach.indices.prefix(4).map { index in
      "\(NumberText.significant(reach[index], 3)) in \(parameters.name(of: index))"
    }
    let more = reach.count > 4 ? ", and so on" : ""
    return "\(seeds): nothing is random here, so each moves the start by up to "
      + moves.joined(separator: " and ") + more
  }
}

extension CommandContext {
  /// The most seeds that one statement takes.
  private static let mostSeeds = 1_000

  /// The words behind `seeds`.
  mutating func seedCount() throws(Diagnostic) -> Int {
    let range = reader.range
    let count = try count("seeds")
    guard count <= Self.mostSeeds else {
      throw .tooLarge("a number of seeds", Double(count), most: Double(Self.mostSeeds), at: range)
    }
    return count
  }
}
