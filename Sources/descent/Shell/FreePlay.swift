import Lessons
import Notebook
import Typesetting

/// The notebook without a lesson: a session, what it was before each line, and a record.
struct FreePlay {
  private(set) var session: Session
  private var past: [Session] = []
  private var record = SessionTranscript()
  private var records: [SessionTranscript] = []
  var layout: TextLayout

  private static let undoLimit = 200

  init(_ session: Session, layout: TextLayout) {
    self.session = session
    self.layout = layout
  }

  mutating func run(_ line: String) -> StyledText {
    let before = session
    let result = session.run(cell: line)
    if result.diagnostic == nil {
      past.append(before)
      records.append(record)
      if past.count > Self.undoLimit {
        past.removeFirst()
        records.removeFirst()
      }
      record.add(line, result)
    }
    return result.styled(layout)
  }

  mutating func undo() -> String {
    guard let before = past.popLast(), let transcript = records.popLast() else {
      return "There is nothing to take back."
    }
    session = before
    record = transcript
    return "Taken back."
  }

  /// The session as a lesson; nil before anything was run.
  func transcript() -> String? {
    record.isEmpty
      ? nil : record.markdown(title: "A session", id: "session", seed: nil, precision: nil)
  }
}
