/// Looks for the settings of least loss: on a grid of the factor root 10 that grows until the best
/// lies inside, then between the neighbours of the best, setting by setting, down to the second
/// digit.
struct TuningSearch: Sendable {
  /// Settings that were tried, counted as their axes count, and what came of them.
  struct Trial: Sendable {
    var point: [Int]
    var loss: Quartiles
  }

  /// Between which places the best of one axis is looked for, both tried or both the axis's ends.
  private struct Bracket {
    var low: Int
    var high: Int
  }

  let axes: [TuningAxis]
  private(set) var tried: [Trial] = []
  /// The place of the best among `tried`; of equal ones the first.
  private(set) var bestPlace: Int?
  private var waiting: [[Int]] = []
  private var grid: [ClosedRange<Int>]
  private var brackets: [Bracket] = []
  /// The axis that is being refined, with the best before.
  private var refining: (axis: Int, center: [Int])?

  init(_ axes: [TuningAxis]) {
    self.axes = axes
    grid = axes.map { $0.firstGrid }
    waiting = points(grid)
  }

  var best: Trial? { bestPlace.map { tried[$0] } }

  mutating func note(_ loss: Quartiles, at point: [Int]) {
    tried.append(Trial(point: point, loss: loss))
    if let best, !(loss.median < best.loss.median) { return }
    bestPlace = tried.count - 1
  }

  /// The next settings to try; nil at the end.
  mutating func next() -> [Int]? {
    while true {
      while !waiting.isEmpty {
        let point = waiting.removeFirst()
        if !tried.contains(where: { $0.point == point }) { return point }
      }
      guard let best, brackets.isEmpty ? widen(best.point) : refine(best.point) else { return nil }
    }
  }

  /// All points of a grid, the first axis fastest.
  private func points(_ grid: [ClosedRange<Int>]) -> [[Int]] {
    var points: [[Int]] = [[]]
    for places in grid.reversed() {
      points = points.flatMap { point in
        places.map { [TuningAxis.count(atGrid: $0)] + point }
      }
    }
    return points
  }

  /// Lets the grid grow where the best lies at its border; begins to refine where it lies at none.
  private mutating func widen(_ best: [Int]) -> Bool {
    for (index, axis) in axes.enumerated() {
      var line = grid
      let (low, high) = (grid[index].lowerBound, grid[index].upperBound)
      if best[index] == TuningAxis.count(atGrid: low), low > axis.wholeGrid.lowerBound {
        line[index] = low - 1...low - 1
        grid[index] = low - 1...high
      } else if best[index] == TuningAxis.count(atGrid: high), high < axis.wholeGrid.upperBound {
        line[index] = high + 1...high + 1
        grid[index] = low...high + 1
      } else {
        continue
      }
      waiting = points(line)
      return true
    }
    for (index, places) in grid.enumerated() {
      let place = places.first { TuningAxis.count(atGrid: $0) == best[index] } ?? 0
      brackets.append(
        Bracket(
          low: TuningAxis.count(atGrid: max(place - 1, places.lowerBound)),
          high: TuningAxis.count(atGrid: min(place + 1, places.upperBound))
        )
      )
    }
    return true
  }

  /// Halves the way to both neighbours on the next axis that has some left; false where none has.
  private mutating func refine(_ best: [Int]) -> Bool {
    let first = refining.map { $0.axis + 1 } ?? 0
    if let (axis, center) = refining {
      let (low, high) = middles(brackets[axis], center[axis])
      if best[axis] == low, low != center[axis] {
        brackets[axis].high = center[axis]
      } else if best[axis] == high, high != center[axis] {
        brackets[axis].low = center[axis]
      } else {
        brackets[axis] = Bracket(low: low, high: high)
      }
    }
    for offset in axes.indices {
      let axis = (first + offset) % axes.count
      let (low, high) = middles(brackets[axis], best[axis])
      let bracket = brackets[axis]
      if low == bracket.low, high == bracket.high { continue }
      refining = (axis, best)
      for place in [low, high] {
        var point = best
        point[axis] = place
        waiting.append(point)
      }
      return true
    }
    return false
  }

  /// Half-way from the middle to both ends, or the ends themselves where nothing lies between.
  private func middles(_ bracket: Bracket, _ center: Int) -> (low: Int, high: Int) {
    (
      center - bracket.low > 1 ? (center + bracket.low) / 2 : bracket.low,
      bracket.high - center > 1 ? (center + bracket.high) / 2 : bracket.high
    )
  }
}

extension TuningSearch {
  /// What was tried along the first axis through the best, in order.
  var line: [Trial] {
    guard let best else { return [] }
    return tried.filter { $0.point.dropFirst() == best.point.dropFirst() }
      .sorted { $0.point[0] < $1.point[0] }
  }

  /// The stretch of the first axis around the best in which the loss is at most this.
  func stretch(below most: Double) -> (low: Int, high: Int)? {
    let line = line
    guard let best, let place = line.firstIndex(where: { $0.point == best.point }) else {
      return nil
    }
    var (low, high) = (place, place)
    while low > 0, line[low - 1].loss.median <= most { low -= 1 }
    while high + 1 < line.count, line[high + 1].loss.median <= most { high += 1 }
    return (line[low].point[0], line[high].point[0])
  }
}
