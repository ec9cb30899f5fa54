import Glibc

/// Times repeated work: warm-up, then the median of many samples of at least two milliseconds.
///
/// One thread is timed by the process's own processor time, which neighbours on the machine do not
/// lengthen; several threads by the clock on the wall.
struct Stopwatch {
  let clock: clockid_t

  init(threads: Int) {
    clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  /// Nanoseconds that one `work()` takes.
  func measure(_ work: () -> Void) -> Double {
    for _ in 1...5 { work() }
    var repeats = 1
    while true {
      let start = now()
      for _ in 1...repeats { work() }
      if now() - start > 2e6 { break }
      repeats *= 2
    }
    let count = repeats > 1 ? 41 : 7
    var times: [Double] = []
    for _ in 1...count {
      let start = now()
      for _ in 1...repeats { work() }
      times.append((now() - start) / Double(repeats))
    }
    return times.sorted()[count / 2]
  }
}
