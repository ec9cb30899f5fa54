import System

/// The child that reads Markdown, asked and answering.
final class WorkerProcess {
  enum Failure: Error, Equatable {
    case cannotStart(String)
    case tookTooLong
    case died
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

  /// Sends a request and waits for its reply, both within the deadline.
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
      throw error == .tookTooLong ? .tookTooLong : .died
    }
    throw .answeredNonsense
  }
}
