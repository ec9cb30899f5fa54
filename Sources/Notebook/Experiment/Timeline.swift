/// The states an experiment has been in, in bounded memory.
///
/// Checkpoints are kept every `spacing` updates; when there are too many, every other one is dropped
/// and the spacing doubles. What lies between is computed again from the checkpoint before, to the
/// same bits. At most 8,192 checkpoints and about 32 MiB are kept. Wide states are kept less often from
/// the start: to copy one takes as long as half an update.
struct Timeline: Sendable {
  private static let mostCheckpoints = 8_192
  private static let mostDoubles = 4 * 1_024 * 1_024
  /// How many states lie together: wide ones few, as a changed chunk may have to be copied first.
  private let chunkLength: Int

  let width: Int
  private(set) var current = 0
  private(set) var state: [Double]
  private var spacing: Int
  /// Checkpoint k is the state at k * spacing; chunks are shared between copies of a session.
  private var chunks: [[Double]]
  private var count = 1

  init(_ initial: [Double]) {
    width = initial.count
    chunkLength = max(1, min(64, 4_096 / max(initial.count, 1)))
    spacing = initial.count < 1_024 ? 1 : 16
    state = initial
    chunks = [initial]
  }

  private var limit: Int {
    max(16, min(Self.mostCheckpoints, Self.mostDoubles / max(width, 1)))
  }

  /// Goes on to the next update's state, of which only a checkpoint is kept before `arrive`.
  mutating func append(_ next: UnsafePointer<Double>) {
    current += 1
    if current % spacing == 0 { keep(next) }
  }

  /// Takes over the state that was appended last.
  mutating func arrive(_ copy: (inout [Double]) -> Void) { copy(&state) }

  private mutating func keep(_ next: UnsafePointer<Double>) {
    if count >= limit { thin() }
    if current % spacing != 0 { return }
    if count % chunkLength == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(chunkLength * width)
    }
    chunks[chunks.count - 1].append(contentsOf: UnsafeBufferPointer(start: next, count: width))
    count += 1
  }

  /// Drops every other checkpoint.
  private mutating func thin() {
    var kept: [[Double]] = []
    var keptCount = 0
    for index in stride(from: 0, to: count, by: 2) {
      if keptCount % chunkLength == 0 { kept.append([]) }
      kept[kept.count - 1].append(contentsOf: checkpoint(index))
      keptCount += 1
    }
    chunks = kept
    count = keptCount
    spacing *= 2
  }

  private func checkpoint(_ index: Int) -> ArraySlice<Double> {
    let chunk = chunks[index / chunkLength]
    let start = index % chunkLength * width
    return chunk[start..<start + width]
  }

  /// Keeps the start and the present only; what lies between is computed again when asked for.
  mutating func forgetPast() {
    chunks = [Array(checkpoint(0))]
    count = 1
    spacing = .max
  }

  /// The nearest kept state at or before `t`.
  func nearest(to t: Int) -> (t: Int, state: [Double]) {
    if t == current { return (t, state) }
    let index = min(t / spacing, count - 1)
    return (index * spacing, Array(checkpoint(index)))
  }

  /// Forgets everything after `t`, whose state is given.
  mutating func rewind(to t: Int, state: [Double]) {
    current = t
    self.state = state
    let keptCount = t / spacing + 1
    if keptCount < count {
      count = keptCount
      let chunkCount = (count + chunkLength - 1) / chunkLength
      chunks.removeLast(chunks.count - chunkCount)
      let rest = (count - (chunkCount - 1) * chunkLength) * width
      let last = chunks.count - 1
      chunks[last].removeLast(chunks[last].count - rest)
    }
  }
}
