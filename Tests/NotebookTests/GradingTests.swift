import Formulas
import Notebook
import Testing

/// What the notebook makes of answers: digits, misconceptions, numbers in many spellings.
@Suite struct GradingTests {
  static let check = """
    expect a ~= 6/7 say "not yet"
    when a ~= 1/7 say "the rest"; when a ~= 0.90 say "nine tenths" # of ten days
    when a > 4 and a < 4.5 say "between"
    """

  struct Case: Sendable {
    var answer: String
    var says: String?
    var countsDigits = false

    static func right(_ answer: String, digits: Bool = false) -> Case {
      Case(answer: answer, says: nil, countsDigits: digits)
    }
    static func wrong(_ answer: String, _ says: String) -> Case { Case(answer: answer, says: says) }
  }

  static func judge(_ answer: String, starter: String, check: String, before: String = "")
    -> CellResult
  {
    var session = Session()
    _ = session.run(cell: before)
    let source = starter.replacing("____", with: answer)
    #expect(session.run(cell: source).diagnostic == nil)
    return session.run(cell: check, judging: LearnerAnswer(source, starter: starter))
  }

  @Test(
    "a number is judged to the digits typed, three at least",
    arguments: [
      Case.right("6/7"), .right("0.857142857142857"), .right("0.8571", digits: true),
      .right("0.857", digits: true), .right(".857", digits: true), .right("+0.857", digits: true),
      .right("8.57e-1", digits: true),
      .wrong("0.86", "not yet"), .wrong("0.858", "not yet"), .wrong("1", "not yet"),
      .wrong("0.8572", "not yet"), .wrong("1 - 0.143", "not yet"), .wrong("-0.857", "not yet"),
      .wrong("0.143", "the rest"), .wrong("0.14", "not yet"), .wrong("1/7", "the rest"),
      .wrong("0.9", "nine tenths"), .wrong("4.2", "between"),
    ]
  )
  func digits(test: Case) {
    let result = Self.judge(test.answer, starter: "a = ____", check: Self.check)
    #expect(result.diagnostic?.message == test.says)
    #expect(result.countedDigits == test.countsDigits)
  }

  @Test func asManyDigitsAreAskedAsTellAMisconceptionFromTheAnswer() {
    let check = "expect a ~= 34.3066\nwhen a ~= 34.3112 say \"the other\""
    func says(_ answer: String) -> String? {
      Self.judge(answer, starter: "a = ____", check: check).diagnostic?.message
    }
    #expect(says("34.3") == "that is not it (a is 34.3)")
    #expect(says("34.31") == "that is not it (a is 34.31)")
    #expect(says("34.307") == nil)
    #expect(says("34.3066") == nil)
    #expect(says("34.311") == "the other")
    #expect(CheckCell(check).closeReactions(in: Session()).map(\.digits) == [5])
    for (right, other) in [
      (Double.leastNonzeroMagnitude, 3 * Double.leastNonzeroMagnitude), (1, 1 + Double.ulpOfOne),
      (1e300, .infinity), (0, 1),
    ] {
      #expect((3...17).contains(TypedNumber.digits(telling: right, from: [other])))
    }
    #expect(CheckCell(Self.check).closeReactions(in: Session()).isEmpty)
  }

  @Test func onlyTheLearnersOwnNumbersAreJudgedSo() {
    let check = "expect a ~= 6/7 and b ~= 2/3"
    #expect(Self.judge("2/3", starter: "a = 0.857; b = ____", check: check).diagnostic != nil)
    #expect(Self.judge("0.667", starter: "a = 6/7; b = ____", check: check).countedDigits)
    #expect(
      Self.judge("0.857; a = 1 * a", starter: "a = ____", check: Self.check).diagnostic != nil
    )
    #expect(Self.judge("0.857", starter: "a = ____", check: "expect a == 6/7").diagnostic != nil)
    var session = Session()
    _ = session.run(cell: "a = 0.857")
    #expect(session.run(cell: "expect a ~= 6/7").diagnostic != nil)
  }

  @Test func whatIsSaidWithoutWordsOfTheAuthorDoesNotTellTheAnswer() {
    let check = "expect a ~= 40"
    let judged = Self.judge("7", starter: "a = ____", check: check)
    #expect(judged.diagnostic?.message == "that is not it (a is 7)")
    var session = Session()
    let plain = session.run(cell: "a = 7\n" + check)
    #expect(plain.diagnostic?.message == "this does not hold: a ~= 40 (a is 7)")
  }

  @Test func aCheckCellIsReadAsTheNotebookReadsIt() {
    let source = """
      # wrong: a = 3
      x = (1 +
        2); expect a ~= x   # a note
      when a < 0 say "a \\"sign\\" # no note"; when a ~= 2 say "two" # a note
      # wrong: 5
      when f(a) ~= 2 say "f"
      expect
      when
      # wrong: 6
      """
    let check = CheckCell(source)
    #expect(check.expectations.map(\.line) == [3])
    #expect(check.expectations.map(\.statement.text) == ["a ~= x"])
    #expect(check.expectations.map(\.examples) == [["a = 3"]])
    #expect(check.reactions.map(\.line) == [4, 4, 6])
    #expect(check.reactions.map(\.statement.say) == ["a \"sign\" # no note", "two", "f"])
    #expect(check.reactions.map(\.examples) == [[], [], ["5"]])
    #expect(check.examples == ["6"])
  }

  @Test(
    "a number is judged however it is spelled",
    arguments: [
      ("-1.88 ± 0.001", "−1.88", .right), ("-1.88 ± 0.001", "- 1.88", .right),
      ("-1.88 ± 0.001", "-188/100", .right), ("-1.88 ± 0.001", "-1,88", .right),
      ("−1.88 +- 0.001", "–1.8805", .right), ("-1.88 ± 0.001", "1.88", .tooLarge),
      ("-1.88 ± 0.001", "-1.9", .tooSmall), ("50 ± 1", "49.2", .right),
      ("50 ± 1", "48.9", .tooSmall), ("50 ± 1", "x + 40", .right), ("50 ± 1", "fifty", .noNumber),
      ("50 ± 1", "", .noNumber), ("50 ± 1", "50 m", .noNumber), ("50 ± 1", "1 == 1", .noNumber),
      ("50 ± 1", "0/0", .noNumber), ("50 ± 1", "inf", .tooLarge), ("50 ± 0", "50.0001", .tooLarge),
      ("1024", "1,024", .right), ("1024", "1 024", .right), ("1024", "1024.3", .tooLarge),
      ("1024", "2^10", .right), ("1024", "1.02e3", .rightToDigits), ("1024", "1e3", .tooSmall),
      ("0.364", "0.98^50", .right), ("0.364", "0,3641", .right), ("0.364", ".36", .tooSmall),
      ("1.024", "1,024", .right), ("0.36417", "0.364", .rightToDigits),
      ("0.36417", "0.363", .tooSmall), ("0", "0", .right), ("0", "0.001", .tooLarge),
    ] as [(String, String, NumericVerdict)]
  )
  func numbers(answer: String, typed: String, verdict: NumericVerdict) throws {
    var session = Session()
    _ = session.run(cell: "x = 10")
    #expect(session.judge(typed, against: try #require(NumericAnswer(answer))) == verdict)
  }

  @Test func whatIsNoNumberIsNoAnswer() {
    for text in ["50 m", "", "1,5", "1/2", "50 ± -1", "50 ± 1 ± 1", "nan", "± 1"] {
      #expect(NumericAnswer(text) == nil, "\(text)")
    }
    #expect(NumericAnswer("50 ± 1")?.allowance == 1)
    #expect(NumericAnswer("0.364")?.allowance == 0.0005)
    #expect(NumericAnswer("1024")?.allowance == 0)
  }
}
