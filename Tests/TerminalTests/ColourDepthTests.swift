import System
import Terminal
import Testing

@Suite struct ColourDepthTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var choice = ColourChoice.auto
    var environment: [String: String]
    var isTerminal = true
    var expected: ColourDepth

    var testDescription: String { "\(choice) \(environment) terminal: \(isTerminal)" }
  }

  static let xterm = ["TERM": "xterm-256color"]

  @Test(
    "the flag, the environment and the stream decide on colours",
    arguments: [
      Row(environment: ["TERM": "xterm"], expected: .sixteen),
      Row(environment: xterm, expected: .indexed),
      Row(environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"], expected: .full),
      Row(environment: ["TERM": "xterm-256color", "COLORTERM": "24bit"], expected: .full),
      Row(environment: ["TERM": "xterm-direct"], expected: .full),
      Row(environment: ["TERM": "dumb", "COLORTERM": "truecolor"], expected: .none),
      Row(environment: ["TERM": ""], expected: .none),
      Row(environment: [:], expected: .none),
      Row(environment: xterm, isTerminal: false, expected: .none),
      Row(environment: ["TERM": "xterm", "NO_COLOR": "1"], expected: .none),
      Row(environment: ["TERM": "xterm", "NO_COLOR": ""], expected: .sixteen),
      Row(environment: ["TERM": "xterm", "CLICOLOR": "0"], expected: .none),
      Row(
        environment: ["TERM": "xterm", "CLICOLOR_FORCE": "1"],
        isTerminal: false,
        expected: .sixteen
      ),
      Row(
        environment: ["TERM": "xterm", "CLICOLOR_FORCE": "0"],
        isTerminal: false,
        expected: .none
      ),
      Row(
        environment: ["TERM": "dumb", "FORCE_COLOR": "1"],
        isTerminal: false,
        expected: .sixteen
      ),
      Row(environment: ["FORCE_COLOR": "2"], isTerminal: false, expected: .indexed),
      Row(environment: ["FORCE_COLOR": "3"], isTerminal: false, expected: .full),
      Row(environment: ["TERM": "xterm", "FORCE_COLOR": "0"], expected: .none),
      Row(environment: ["FORCE_COLOR": "1", "NO_COLOR": "1"], expected: .none),
      Row(choice: .always, environment: ["NO_COLOR": "1"], isTerminal: false, expected: .sixteen),
      Row(choice: .always, environment: xterm, isTerminal: false, expected: .indexed),
      Row(choice: .always, environment: ["TERM": "dumb"], isTerminal: false, expected: .sixteen),
      Row(choice: .never, environment: ["TERM": "xterm", "FORCE_COLOR": "3"], expected: .none),
    ]
  )
  func decision(row: Row) {
    let depth = ColourDepth(
      choice: row.choice,
      environment: Environment(row.environment),
      isTerminal: row.isTerminal
    )
    #expect(depth == row.expected)
  }

  @Test(
    "the first locale variable that is set says whether there is more than ASCII",
    arguments: [
      (["LANG": "de_DE.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
      ([:], false), (["LANG": "de_DE.UTF-8", "LC_ALL": "C"], false),
      (["LANG": "C", "LC_CTYPE": "UTF-8"], true), (["LC_ALL": "", "LANG": "en_US.UTF-8"], true),
    ]
  )
  func locale(table: [String: String], isUTF8: Bool) {
    #expect(Environment(table).isUTF8 == isUTF8)
  }
}
