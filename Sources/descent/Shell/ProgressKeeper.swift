import Lessons
import System
import Terminal

/// The learner's progress while the tool runs: what stands in the way of keeping it is said once.
final class ProgressKeeper {
  private let file = ProgressFile(environment: .process)
  private let console: Console
  private var isSaid = false
  /// Whether all that was done so far is on the disk.
  private(set) var isKept = true

  init(console: Console) {
    self.console = console
  }

  /// What is done so far; a file that cannot be read counts as nothing.
  func load() -> Progress {
    do throws(ProgressFile.Failure) {
      return try file?.load() ?? Progress()
    } catch {
      say(error.error)
      return Progress()
    }
  }

  func record(_ progress: LessonProgress, of lesson: Lesson) {
    do throws(ProgressFile.Failure) {
      try ProgressFile.standard().record(progress, for: lesson.id)
    } catch {
      isKept = false
      say(error.error)
    }
  }

  private func say(_ error: LocatedError) {
    if isSaid { return }
    isSaid = true
    console.report(error)
  }
}
