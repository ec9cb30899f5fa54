import Notebook
import Testing

/// What a cell's last notes say, against the first quantity that left the range of numbers.
@Suite struct NoteTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let cell: String
    let note: String
    var testDescription: String { cell }
  }

  static let divergences = [
    Case(
      cell: "minimize x^4 from 3 with gd(alpha=1)\nstep 100",
      note: """
        note: loss left the range of numbers at step 5 (-6.28734e187 ^ 4 is too large):
        alpha is too large for this slope; try a smaller one from the start
        (restart, then set alpha=...), or back to look
        """
    ),
    // Doubled with each update from 1 on, so that the square is finite up to 2^511.
    Case(
      cell: "minimize x^2 from 1 with gd(alpha=1.5)\nstep 2000",
      note: "note: loss left the range of numbers at step 512 (1.34078e154 ^ 2 is too large):"
    ),
    Case(
      cell: "minimize log(x) from 1 with gd(2)\nstep",
      note: """
        note: loss is not a number at step 1 (log(-1) is not a real number): there is no
        loss at x = -1; try a smaller alpha from the start, or back to look
        """
    ),
    Case(
      cell: "minimize sqrt(x) from 0 with gd(0.1)\nstep",
      note: """
        note: dx left the range of numbers at step 0 (1 / 0 divides by zero): there is
        no slope at x = 0; start somewhere else
        """
    ),
    Case(
      cell: "minimize -x^2 from 1 with gd(0.5)\nstep 5000",
      note: """
        note: loss left the range of numbers at step 512 (1.34078e154 ^ 2 is too large):
        it has no lower bound on this way; minimize a formula that has one, or
        back to look
        """
    ),
    Case(
      cell: "minimize 1e200*x^2 from 1 with adam(alpha=0.1)\nstep 100",
      note: "note: s.x left the range of numbers at step 1 (2e200 ^ 2 is too large): minimize"
    ),
    Case(
      cell: "minimize 1e-200*x^2 from 1 with adam(alpha=0.1)\nstep 3",
      note: "note: s.x is 0, though dx is 2e-200: its square is too"
    ),
    Case(
      cell: "minimize x^2 + y^2 from (1, 0) with rmsprop(eps=0)\nstep 10",
      note: """
        note: y is not a number at step 1 (0 / 0 divides by zero): explain y shows
        where, back undoes it
        """
    ),
    Case(
      cell: "minimize log(x) from 1\ncompare gd(2), adam(0.3) for 20",
      note: """
        note: gd(2) left the range of numbers at step 1
        note: adam(0.3) left the range of numbers at step 4
        """
    ),
    Case(
      cell: "minimize x^2 from 1 with gd(alpha = 0.1 - 0.02*t)\nstep 10",
      note: "note: stopped before update 6: alpha must be at least 0, and it would be -0.02"
    ),
    Case(
      cell: "minimize x^2 from 1\nuse adam(beta1 = where(t<3, 0.9, 1.5))\nuntil loss < 1e-9",
      note: "note: stopped before update 3: beta1 must be at least 0 and below 1, and it"
    ),
  ]

  @Test(arguments: divergences)
  func `a note names the first quantity, its step and its operation`(item: Case) {
    var session = Session()
    let text = session.run(cell: item.cell).text()
    let note = text.firstRange(of: "note:").map { String(text[$0.lowerBound...]) } ?? text
    #expect(note.hasPrefix(item.note), "\(note)")
  }

  @Test func `going on from there is told as that, and infinity on purpose is none`() {
    var session = Session()
    _ = session.run(cell: "minimize x^2 from 1 with gd(alpha=1.5)\nstep 2000")
    let again = session.run(cell: "step").text()
    #expect(again.contains("loss is no finite number at step 513 either: back looks"), "\(again)")
    _ = session.run(cell: "minimize 1e200*x^2 from 1 with adam(alpha=0.1)\nstep")
    let stuck = session.run(cell: "step").text()
    #expect(stuck.hasPrefix("t = 1 ") && stuck.contains("s.x left the range"), "\(stuck)")
    let own = session.run(
      cell: """
        rule lowest(alpha=0.1) { old = best
          best = where(t < 9, inf, min(old, abs(g)))
          w = w - alpha*g }
        rule blind(step=2) { w = w - step*g }
        minimize x^2 from 1 with lowest
        step 5
        use lowest(alpha=1.5)
        step 2000
        use blind
        step 2000
        """
    ).text()
    #expect(own.contains("t = 5  x = 0.32768  loss = 0.107374\nt = 0"), "\(own)")
    #expect(own.contains("note: loss left the range of numbers at step 512 ("), "\(own)")
    #expect(own.contains("the updates are too large for this slope; restart"), "\(own)")
  }

  @Test func `an unused line of a rule is not blamed, nor a second moment of differences`() {
    var session = Session()
    let radam = session.run(cell: "minimize 1e200*x^2 from 1 with radam(0.1)\nstep").text()
    #expect(radam.contains("note: s.x left the range of numbers at step 1"), "\(radam)")
    let belief = session.run(cell: "minimize 3x from 1 with adabelief(0.1, beta1=0)\nstep 5").text()
    #expect(!belief.contains("note"), "\(belief)")
  }

  /// What is 0 for long and then is not has to be there when it comes.
  @Test func `a schedule that sets in late is kept`() {
    var session = Session()
    let decay = session.run(
      cell: """
        minimize y + 0*x from (y=1, x=1) with gd(0.1, weight_decay=where(t > 1500, 1, 0))
        step 1500; step
        x ~= 0.9
        """
    ).text()
    #expect(decay.hasSuffix("true"), "\(decay)")
    let late = session.run(cell: "use gd(where(t > 1500, 0.1, 0))\nstep 1501\ny ~= 0.9").text()
    #expect(late.hasSuffix("true"), "\(late)")
  }

  @Test func `a schedule may begin with 0, and is not judged by values that no update uses`() {
    var session = Session()
    let warm = session.run(cell: "minimize x^2 from 3 with gd(alpha=0.1*(t-1)/10)\nstep 20").text()
    #expect(warm == "t = 0  x = 3  loss = 9\nt = 20  x = 0.0360692  loss = 0.00130098")
    let late = session.run(cell: "use gd(0.1)\nstep 5\nset alpha=0.1*(t-2)\nstep\nalpha").text()
    #expect(late.hasSuffix("0.4"))
    let never = session.run(cell: "use gd(alpha=-0.1*t)").text()
    #expect(never.hasPrefix("error: alpha must be above 0, not -0.1"))
  }

  /// The symbolic gradient is right at each of these points.
  @Test(arguments: [
    "x^2 - 2x + 1 from 1", "cos(3x) from 50", "1/x from 0.001", "log(x) from 1e-6",
    "max(x,0)^2 from 0", "himmelblau from (3, 2)", "beale from (3, 0.5)", "exp(20x) from 1",
    "((2w+b-5)^2 + (4w+b-9)^2)/2 from (2, 1)", "x^4 from 0", "1e-9*x^2 from 3", "sin(x) from 1e4",
  ])
  func `the gradient agrees`(problem: String) {
    var session = Session()
    let text = session.run(cell: "minimize \(problem) with gd(0.1)\ncheck gradient").text()
    #expect(text.contains("  yes"), "\(text)")
    #expect(!text.contains("  no") && !text.contains("cannot"), "\(text)")
  }

  @Test(arguments: [
    ("1e9 + x^2 from 0.001", "cannot tell", "rounded so coarsely"),
    ("sqrt(x) from 0", "cannot tell", "not finite here"),
    ("where(x > 0, x, 3x) from 0", "no", "a corner here, with slope 3 on the left and 1 on the"),
    ("where(x > 0, 1 + x, x) from 0", "cannot tell", "does not settle as the step shrinks"),
  ])
  func `where it does not, the reason stands below`(
    problem: String,
    verdict: String,
    reason: String
  ) {
    var session = Session()
    let text = session.run(cell: "minimize \(problem) with gd(0.1)\ncheck gradient").text()
    #expect(text.contains("  \(verdict)\n"), "\(text)")
    #expect(text.split(separator: "\n").joined(separator: " ").contains(reason), "\(text)")
  }

  @Test func `show names the dialect and the bug, and compares with the same rule only`() {
    var session = Session()
    _ = session.run(cell: "minimize x^2 from 1 with adam(dialect=keras)\nshow")
    let text = session.run(cell: "use amsgrad(bug=no_correction)\nshow").text()
    #expect(text.contains("bug=no_correction)"), "\(text)")
    #expect(!text.contains("(was"), "\(text)")
  }
}
