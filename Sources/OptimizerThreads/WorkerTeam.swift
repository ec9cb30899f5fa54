/// Threads that wait awake for the next update, to share it between them.
///
/// Waking a sleeping thread takes about as long as an update of a million parameters does; so the
/// workers of a team stay awake for a moment after the last update, and sleep then.
///
/// ```swift
/// let team = WorkerTeam(threads: 2)
/// try adam.step(&w, gradient: g, state: &state, parts: 2, concurrently: team.perform)
/// ```
///
/// The bits of an update depend neither on the number of its parts nor on the threads. A team pays
/// from about 100,000 parameters on. Its threads end with it.
public final class WorkerTeam: Sendable {
  /// How many threads work at the same time, the caller's among them.
  public let threads: Int

  private let desk: WorkDesk

  /// A team of this many threads, the caller's among them; of fewer where the system gives no more.
  public init(threads: Int) {
    let workers = max(0, threads - 1)
    desk = WorkDesk(workers: workers)
    var started = 0
    while started < workers, desk.startWorker(started) { started += 1 }
    self.threads = started + 1
  }

  deinit { desk.close() }

  /// Does every part, and returns when all are done.
  ///
  /// Thread k of n does the parts k, k + n, k + 2n, ...; the caller is thread 0. While the team is
  /// at work already, for another thread or around this very call, the caller does all the parts.
  ///
  /// - Parameters:
  ///   - parts: how many parts; 0 or less are none.
  ///   - work: does the part of that number.
  public func perform(_ parts: Int, _ work: @Sendable (Int) -> Void) {
    guard parts > 1, threads > 1, desk.claim() else {
      for part in 0..<max(0, parts) { work(part) }
      return
    }
    withoutActuallyEscaping(work) { work in
      let assignment = Assignment(parts: parts, threads: threads, work: work)
      desk.open(assignment)
      assignment.doShare(of: 0)
      desk.finish()
    }
  }
}

/// What a team is to do together.
struct Assignment: Sendable {
  var parts: Int
  var threads: Int
  var work: @Sendable (Int) -> Void

  /// Does the parts that fall to one thread.
  func doShare(of thread: Int) {
    for part in stride(from: thread, to: parts, by: threads) { work(part) }
  }
}
