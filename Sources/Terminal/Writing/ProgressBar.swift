package import System
package import Typesetting

/// How far a long run is: one row on standard error that is rewritten in place, and gone at the
/// end.
///
/// Where standard error is not a terminal nothing is shown.
package struct ProgressBar {
  private let output: TerminalOutput
  private let label: String
  private let total: Int
  private let isShown: Bool
  private let usesASCII: Bool
  private let start: Double
  private var lastDrawn = 0.0
  private var isOnScreen = false

  /// The row appears only once the run has taken this long, and changes no more often.
  private static let patience = 0.3
  private static let interval = 0.1

  package init(
    _ label: String,
    total: Int,
    console: Console,
    environment: Environment = .process
  ) {
    output = console.errors
    self.label = label
    self.total = total
    isShown = console.errors.isTerminal && environment.hasCapableTerminal
    usesASCII = console.prefersASCII
    start = isShown ? Clock.seconds : 0
  }

  package mutating func update(_ done: Int) {
    if !isShown { return }
    let now = Clock.seconds
    if now - start < Self.patience || now - lastDrawn < Self.interval { return }
    lastDrawn = now
    let columns = WindowSize.current(descriptor: output.descriptor).columns
    let row = Self.row(
      label,
      done: done,
      total: total,
      seconds: now - start,
      // Room for the ^C that a terminal echoes behind the row.
      columns: columns - 3,
      ascii: usesASCII
    )
    isOnScreen = true
    output.put("\r" + output.styles.dressed(row) + "\u{1B}[K")
  }

  /// Clears the row.
  ///
  /// Also before anything else is written.
  package mutating func finish() {
    if !isOnScreen { return }
    isOnScreen = false
    output.put("\r\u{1B}[K")
  }

  /// One row of at most so many columns: label, bar, count, rate, time left.
  ///
  /// The bar goes first when there is no room.
  package static func row(
    _ label: String,
    done: Int,
    total: Int,
    seconds: Double,
    columns: Int,
    ascii: Bool
  ) -> StyledText {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var facts = "\(done)/\(total)"
    if rate > 0 {
      facts += "  \(short(rate))/s"
      if done < total { facts += "  \(duration(Double(total - done) / rate)) left" }
    }
    // A width of its own, so that the bar does not tremble with the length of the facts.
    let longestFacts = 2 * "\(total)".utf8.count + "/  1000000000/s  59 min 59 s left".utf8.count
    let room = min(30, columns - DisplayWidth.columns(label) - longestFacts - 4)
    guard room >= 8, facts.utf8.count <= longestFacts else {
      return StyledText(DisplayWidth.truncated(label + "  " + facts, to: columns, mark: ""))
    }
    let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
    let filled = Int(share * Double(room))
    var row = StyledText(label + "  ")
    row.append(String(repeating: ascii ? "#" : "█", count: filled), .good)
    row.append(String(repeating: ascii ? "." : "░", count: room - filled), .faint)
    row.append("  " + facts)
    return row
  }
}

extension ProgressBar {
  /// Two or three digits: 0.42, 7.3, 120, 15000.
  private static func short(_ value: Double) -> String {
    if value >= 10 { return value < 1e15 ? String(Int(value)) : "many" }
    let hundredths = Int(value * (value < 1 ? 100 : 10))
    if value < 1 { return "0." + (hundredths < 10 ? "0" : "") + String(hundredths) }
    return "\(hundredths / 10).\(hundredths % 10)"
  }

  /// 8 s, 3 min 20 s, 2 h 5 min.
  private static func duration(_ seconds: Double) -> String {
    let whole = seconds < 1e9 ? Int(seconds + 0.5) : 1_000_000_000
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
