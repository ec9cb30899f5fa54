internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Where the threads of a team find their work; it lives as long as any of them.
final class WorkDesk: Sendable {
  /// The only member that is neither constant nor atomic, and the only one that is not checked.
  ///
  /// The caller that has claimed the desk writes it before it adds to `round`, and again when
  /// `unfinished` has come to 0; a worker reads it only between seeing the new `round` and taking
  /// itself from `unfinished`. Both orders are made by releasing stores and acquiring loads, so no
  /// write meets a read.
  nonisolated(unsafe) private var assignment: Assignment?
  private let isClaimed = Atomic(false)
  private let isClosed = Atomic(false)
  /// Counts the assignments, and the closing.
  private let round = Atomic(0)
  /// How many workers have yet to finish the round.
  private let unfinished = Atomic(0)
  private let workers = Atomic(0)
  private let beds: [Bed]

  init(workers: Int) {
    beds = (0..<workers).map { _ in Bed() }
  }

  /// Starts the thread of a worker; false if the system has none.
  func startWorker(_ index: Int) -> Bool {
    let place = Unmanaged.passRetained(Workplace(desk: self, index: index))
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let failure = pthread_create(&thread, nil, { takeWorkplace($0) }, place.toOpaque())
    guard failure == 0 else {
      place.release()
      return false
    }
    #if canImport(Darwin)
    if let thread { pthread_detach(thread) }
    #else
    pthread_detach(thread)
    #endif
    workers.add(1, ordering: .relaxed)
    return true
  }

  // MARK: the caller's side

  /// Takes the desk for one assignment; false if it is taken.
  func claim() -> Bool {
    isClaimed.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  /// Lets the workers begin.
  func open(_ assignment: Assignment) {
    self.assignment = assignment
    unfinished.store(workers.load(ordering: .relaxed), ordering: .relaxed)
    call()
  }

  /// Waits for the workers, and leaves the desk to the next.
  func finish() {
    var looks = 0
    while unfinished.load(ordering: .acquiring) > 0 {
      looks += 1
      if looks > 200 { sched_yield() }
    }
    assignment = nil
    isClaimed.store(false, ordering: .releasing)
  }

  /// Ends the workers' threads, which may be a little later.
  func close() {
    isClosed.store(true, ordering: .relaxed)
    call()
  }

  private func call() {
    round.add(1, ordering: .sequentiallyConsistent)
    for bed in beds { bed.wake() }
  }

  // MARK: a worker's side

  /// The life of a worker: the caller is thread 0, it is thread `index` + 1.
  fileprivate func work(_ index: Int) {
    var seen = 0
    while true {
      wait(in: beds[index], after: seen)
      seen += 1
      if isClosed.load(ordering: .relaxed) { return }
      assignment?.doShare(of: index + 1)
      unfinished.subtract(1, ordering: .releasing)
    }
  }

  /// Stays awake for about as long as a large update takes, and sleeps then.
  private func wait(in bed: Bed, after seen: Int) {
    var looks = 0
    while round.load(ordering: .acquiring) == seen {
      looks += 1
      if looks > 200 { sched_yield() }
      if looks > 5000 { bed.sleep { round.load(ordering: .sequentiallyConsistent) != seen } }
    }
  }
}

/// Where one worker sleeps while there is nothing to do.
private final class Bed: Sendable {
  private let isTaken = Atomic(false)
  private let bell = DispatchSemaphore(value: 0)

  /// Sleeps until woken, unless there is work after all.
  func sleep(unless isCalled: () -> Bool) {
    isTaken.store(true, ordering: .sequentiallyConsistent)
    if isCalled(), isTaken.exchange(false, ordering: .sequentiallyConsistent) { return }
    bell.wait()
  }

  /// Wakes the sleeper, if there is one.
  func wake() {
    if isTaken.exchange(false, ordering: .sequentiallyConsistent) { bell.signal() }
  }
}

/// What a new thread is given: its desk, and which worker it is.
private final class Workplace: Sendable {
  let desk: WorkDesk
  let index: Int

  init(desk: WorkDesk, index: Int) {
    self.desk = desk
    self.index = index
  }
}

private func takeWorkplace(_ place: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let place else { return nil }
  let workplace = Unmanaged<Workplace>.fromOpaque(place).takeRetainedValue()
  workplace.desk.work(workplace.index)
  return nil
}
