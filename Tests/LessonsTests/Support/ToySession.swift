import Lessons
import Synchronization

/// A notebook of few words, so that checking is tested without the real one: `x = 1`, `x + 2`,
/// `say any text`, `fail message`, `twice` (another number each time), `expect` and `when`.
struct ToySession: Sendable {
  private var names: [String: Double] = [:]
  private static let calls = Mutex(0)

  static func start() -> LessonSession { ToySession().session }

  private var session: LessonSession {
    LessonSession { cell in
      var next = self
      let outcome = next.run(cell)
      return (outcome, next.session)
    }
  }

  private mutating func run(_ cell: String) -> CellOutcome {
    var text = ""
    var unmet: Int?
    for (index, line) in cell.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(separator: " ").map(String.init)
      let rest = words.dropFirst().joined(separator: " ")
      guard let first = words.first else { continue }
      switch first {
      case "say": text += rest.replacing("|", with: "\n") + "\n"
      case "twice": text += "\(Self.calls.withLock { $0 += 1; return $0 })\n"
      case "fail": return failed(text, rest, index + 1)
      case "expect": if !holds(rest) { unmet = index + 1 }
      case "when":
        let parts = rest.split(separator: " say ")
        if unmet != nil, parts.count == 2, holds(String(parts[0])) {
          return failed(text, parts[1].filter { $0 != "\"" }, index + 1, isExpectation: true)
        }
      default:
        if words.count > 2, words[1] == "=" {
          guard let number = value(words.dropFirst(2).joined(separator: " ")) else {
            return failed(text, "cannot read '\(line)'", index + 1)
          }
          names[first] = number
        } else if let number = value(String(line)) {
          text += "\(number)\n"
        } else {
          return failed(text, "unknown name '\(first)'", index + 1)
        }
      }
    }
    if let unmet { return failed(text, "not as expected", unmet, isExpectation: true) }
    return CellOutcome(text: text)
  }

  private func failed(
    _ text: String,
    _ message: String,
    _ line: Int,
    isExpectation: Bool = false
  ) -> CellOutcome {
    CellOutcome(
      text: text + "error: \(message)\n",
      failure: .init(message: message, line: line, isExpectation: isExpectation)
    )
  }

  private func holds(_ text: String) -> Bool {
    let sides = text.split(separator: " ~= ").map { value(String($0)) }
    guard sides.count == 2, let a = sides[0], let b = sides[1] else { return false }
    return abs(a - b) < 1e-6
  }

  private func value(_ text: String) -> Double? {
    let terms = text.split(separator: " + ").map { term -> Double? in
      let word = term.filter { $0 != " " && $0 != "(" && $0 != ")" }
      return Double(word) ?? names[word]
    }
    if terms.isEmpty || terms.contains(nil) { return nil }
    return terms.compactMap { $0 }.reduce(0, +)
  }
}
