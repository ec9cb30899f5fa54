import System

/// The child that reads Markdown, asked and answering.
final class WorkerProcess {
  enum Failure: Error, Equatable {
    case cannotStart(String)
    case tookTooLong
    /// It needed more memory or depth than it may.
    case neededTooMuch
    /// It was ended from outside, or gave no answer: how, in words.
    case wasLost(String)
    case answeredNonsense
  }

  private let child: ChildProcess

  init(program: String, arguments: [String]) throws(Failure) {
    do {
      child = try ChildProcess(program, arguments)
    } catch {
      throw .cannotStart(error.message)
    }
  }

  /// Sends a request and waits for its reply, which the child's own limits bring about; the
  /// deadline is for one that is stopped.
  func exchange(_ request: [UInt8], milliseconds: Int) throws(Failure) -> [UInt8] {
    let deadline = Clock.milliseconds + milliseconds
    do throws(ChildProcess.Failure) {
      try child.send(MarkdownWorker.length(of: request) + request, until: deadline)
      let head = try child.receive(MarkdownWorker.lengthBytes, until: deadline)
      let count = MarkdownWorker.length(from: head)
      if count >= 1 && count <= MarkdownDocument.replyLimit + 4096 {
        return try child.receive(count, until: deadline)
      }
    } catch {
      if error == .tookTooLong { throw .wasLost("gave no answer in \(milliseconds / 1000) s") }
      switch child.ending() {
      case .timeLimit: throw .tookTooLong
      case .failure: throw .neededTooMuch
      case .other(let how): throw .wasLost(how)
      }
    }
    throw .answeredNonsense
  }
}
