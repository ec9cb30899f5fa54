import Formulas
import Notebook
import Testing

/// What holds of every session, whatever is run in it.
@Suite struct SessionLawTests {
  static let setups = [
    "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)",
    "minimize x^2 + 10y^2 from (-5, 2) noise 0.5 seed 3 with momentum(0.02)",
    "minimize rosenbrock noise 0.1 seed 9 with nadam(alpha = 0.05/(1 + 0.1*t))",
    "minimize beale with amsgrad(0.01)", "minimize himmelblau with radam(0.05)",
    "minimize x^2 + y^2 + z^2 from (1, 2, 3) with adagrad(0.3, initial_accumulator=0.1)",
    "minimize sin(x) + x^2/10 from 4 with lion(0.01)",
    "rule r(alpha=0.1) { slot n = 1; n = n*0.9; s = max(0.9*s, abs(g)); w = w - alpha*n*g/(s + 1) }\n"
      + "minimize x^2 + y^4 from (3, 2) with r(0.2)",
  ]

  /// Everything there is to see, at full precision.
  private func state(_ session: Session) -> String {
    var copy = session
    copy.precision = 17
    let cells = ["show", "vars", "loss; t", "table t, loss last 3", "explain"]
    return cells.map { cell in
      copy.run(cell: cell).statements.map { $0.json(file: "-") }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func started(_ setup: String) -> Session {
    var session = Session()
    #expect(session.run(cell: setup).diagnostic == nil)
    return session
  }

  @Test(arguments: setups)
  func `back and step again gives the same bits`(setup: String) {
    var session = started(setup)
    _ = session.run(cell: "step 20")
    let before = state(session)
    for cell in [
      "back 7; step 7", "back 20; step 20", "goto 3; goto 20", "goto 0; goto 11; step 9",
    ] {
      #expect(session.run(cell: cell).diagnostic == nil)
      #expect(state(session) == before, "\(cell)")
    }
    // The path does not depend on how it was walked.
    var single = started(setup)
    for _ in 0..<20 { _ = single.run(cell: "step") }
    #expect(state(single) == before)
    _ = session.run(cell: "restart; step 20")
    #expect(state(session) == before)
  }

  @Test(arguments: setups)
  func `settings changed on the way are changed again`(setup: String) {
    var session = started(setup)
    _ = session.run(cell: "step 5; set alpha=0.001; step 5; set alpha=0.01/t; step 5")
    let before = state(session)
    for cell in ["back 3; step 3", "back 5; step 5", "goto 12; goto 15"] {
      _ = session.run(cell: cell)
      #expect(state(session) == before, "\(cell)")
    }
    _ = session.run(cell: "back 6; step 1")
    var other = started(setup)
    _ = other.run(cell: "step 5; set alpha=0.001; step 5")
    #expect(state(session) == state(other))
    _ = session.run(cell: "goto 4; goto 15")
    other = started(setup)
    _ = other.run(cell: "step 15")
    #expect(state(session) == state(other))
  }

  @Test func `a long history is thinned and still exact`() {
    var session = started(
      "minimize sin(x) + cos(2y) + x*y/9 from (3, 1) noise 0.1 seed 4 with adam(0.01)"
    )
    _ = session.run(cell: "step 30000")
    #expect(session.run(cell: "t").text() == "30000")
    let middle = session.run(cell: "goto 17001; show; explain x").text()
    _ = session.run(cell: "goto 5")
    var fresh = started(
      "minimize sin(x) + cos(2y) + x*y/9 from (3, 1) noise 0.1 seed 4 with adam(0.01)"
    )
    _ = fresh.run(cell: "step 5")
    #expect(state(session) == state(fresh))
    let again = session.run(cell: "goto 17001; show; explain x").text()
    #expect(again == middle)
  }

  static let errors = [
    "nope", "x = 1", "step 1.5", "back 99", "goto -1", "set beta1=2", "use adam(beta1=2)",
    "minimize q", "minimize x^2 + nope(x) from 1", "table nope", "plot nope", "explain x at 99",
    "rule r { v = g }", "f(u) = f(u)", "until nope < 1", "compare adm(1) for 3", "expect x > 1e9",
    "sweep nope over [1] for 3", "help qqqqqq", "a = [1, 2] + [1, 2, 3]",
    "until loss < nope within 9",
    "precision 99", "set alpha=0.5, nope=1", "check loss", "step 3 4", "(", "2e", "\u{1B}[0m",
    "table x, x/(1 < 2)", "plot x, \"a\"", "until x < \"a\"", "data nope", "set alpha=\"a\"",
  ]

  @Test(arguments: errors)
  func `an error leaves the session as it was`(cell: String) {
    var session = started("a = 7; f(u) = u + 1\n" + Self.setups[0])
    _ = session.run(cell: "step 5; set alpha=0.05; step 2")
    let before = state(session)
    let statements = session.statements
    let result = session.run(cell: cell)
    #expect(result.diagnostic != nil)
    #expect(state(session) == before)
    #expect(session.statements == statements)
  }

  @Test func `what stood before the error in its cell stays done`() {
    var session = Session()
    let result = session.run(cell: "a = 1; b = 2\nc = nope\nd = 4")
    #expect(result.statements.count == 3)
    #expect(session.run(cell: "a + b").text() == "3")
    #expect(session.run(cell: "c").diagnostic?.message == "unknown name 'c'")
    #expect(session.run(cell: "d").diagnostic?.message == "unknown name 'd'")
    let all = session.run(cell: "c = nope\nd = 4; (\ne = 5", keepGoing: true)
    #expect(all.statements.map { $0.diagnostic == nil } == [false, true, false, true])
    #expect(session.run(cell: "d + e").text() == "9")
  }

  @Test func `undo is the previous value`() {
    var session = started(Self.setups[0])
    _ = session.run(cell: "step 3")
    let earlier = session
    let before = state(session)
    _ = session.run(cell: "compare gd(0.1), adam(0.1) for 5; step 100; a = 3; use gd(0.1)")
    #expect(state(session) != before)
    #expect(state(earlier) == before)
    session = earlier
    _ = session.run(cell: "back 3; step 3")
    #expect(state(session) == before)
  }

  @Test func `comparing and sweeping leave the experiment as it was`() {
    var session = started(Self.setups[1])
    _ = session.run(cell: "step 7")
    let before = state(session)
    _ = session.run(cell: "compare gd(0.1), adam(0.1) for 5\nplot loss")
    _ = session.run(cell: "sweep alpha over [0.1, 0.2], beta over [0, 0.5] for 5")
    #expect(state(session) == before)
  }

  @Test func `a limit or an interrupt keeps what was done`() {
    var session = Session(host: Host(updateLimit: 10))
    _ = session.run(cell: Self.setups[0])
    let limited = session.run(cell: "step 25; t").text()
    #expect(
      limited.contains("note: stopped after 10 updates, the most one statement may make here")
    )
    #expect(limited.hasSuffix("\n10"))
    var stopped = Session(host: Host(isInterrupted: { true }))
    _ = stopped.run(cell: Self.setups[0])
    let result = stopped.run(cell: "step 100000000")
    #expect(result.wasInterrupted)
    #expect(result.text().hasSuffix("note: stopped: what was done is kept; go on with step"))
    #expect(result.diagnostic == nil)
    let made = stopped.run(cell: "t").text()
    #expect(made == "\(CellRun.slice - 1)")
    #expect(stopped.run(cell: "goto 3; t").text().hasSuffix("\n3"))
  }

  @Test(arguments: ["step 100000000", "until loss < -1 within 100000000"])
  func `a script comes to where an interrupted run was stopped`(run: String) {
    var stopped = Session(host: Host(isInterrupted: { true }))
    _ = stopped.run(cell: Self.setups[0])
    let replay = stopped.run(cell: "a = 3; \(run)").replay
    #expect(replay?.source == "a = 3\ngoto \(stopped.run(cell: "t").text())")
    var again = started(Self.setups[0])
    #expect(replay.map { again.run(cell: $0.source).text() } == replay?.text)
    #expect(state(again) == state(stopped))
  }

  @Test(
    arguments: [
      ("compare gd(0.01), adam(0.1), gd(0.02) for 40000", "adam(0.1)"),
      ("sweep alpha over [0.01, 0.02, 0.03] for 40000", "alpha=0.02"),
    ]
  )
  func `runs that were stopped are marked and say how far they came`(run: String, name: String) {
    var stopped = Session(host: Host(isInterrupted: { true }))
    _ = stopped.run(cell: Self.setups[0])
    let lines = stopped.run(cell: run).text().split(separator: "\n")
    #expect(lines[2].contains("!") && !lines[1].contains("!"))
    #expect(lines[3].contains("-!") && lines[4] == "! stopped before its end")
    let last = lines.suffix(2).joined(separator: " ")
    #expect(last.contains("note: stopped: 1 of 3 runs are whole; \(name) came to update "))
    #expect(last.hasSuffix(" of 40000"))
  }

  @Test func `a comparison that was stopped is left out of the replay`() {
    var stopped = Session(host: Host(isInterrupted: { true }))
    _ = stopped.run(cell: Self.setups[0])
    let result = stopped.run(cell: "a = 3; a\ncompare gd(0.01), adam(0.1) for 1000000")
    #expect(result.wasInterrupted)
    #expect(result.replay?.source == "a = 3\na")
    #expect(result.replay?.text == "3")
  }

  @Test(arguments: [
    ("a = 1", true), ("f(", false), ("rule r {", false), ("[1,\n2", false), ("\"(\"", true),
    ("# (", true), ("f(1))", true), ("(\")\"", false), ("", true),
  ])
  func `an open bracket asks for another line`(source: String, isComplete: Bool) {
    #expect(Session.isComplete(source) == isComplete)
  }
}
