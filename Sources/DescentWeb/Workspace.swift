#if arch(wasm32)
import Notebook

/// What a handle of the page stands for: a session, the cell it runs, and that cell's answer.
///
/// A class, because the page needs something that keeps its address.
final class Workspace {
  var session: Session
  private var run: CellRun?
  /// Begins the ids of the answer's figures.
  private var identifier = ""
  /// JSON at a place the page can read until the next cell begins.
  private(set) var answer = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  init(session: Session) { self.session = session }

  deinit { answer.deallocate() }

  func begin(_ source: String, identifier: String, judging answer: LearnerAnswer? = nil) {
    run = CellRun(source, judging: answer)
    self.identifier = identifier
    publish([])
  }

  /// Goes on for about `budget` parameter updates; true when the cell is done.
  func advance(_ budget: Int) -> Bool {
    guard var current = run else { return true }
    run = nil
    let isDone = current.advance(&session, budget: budget)
    if isDone {
      publish(CellAnswer.json(current.result, identifier: identifier))
    } else {
      run = current
    }
    return isDone
  }

  func stop() {
    guard var current = run else { return }
    run = nil
    current.stop(&session)
    publish(CellAnswer.json(current.result, identifier: identifier))
  }

  private func publish(_ bytes: [UInt8]) {
    answer.deallocate()
    answer = .allocate(capacity: bytes.count)
    _ = answer.initialize(fromContentsOf: bytes)
  }
}
#endif
