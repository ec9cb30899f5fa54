import Formulas
import Foundation
import Notebook
import Testing

@Suite struct JSONTests {
  private func lines(_ cell: String, keepGoing: Bool = false) -> [String] {
    var session = Session()
    return session.run(cell: cell, keepGoing: keepGoing).statements.map { $0.json(file: "-") }
  }

  @Test func `the three lines of the contract`() {
    let found = lines(
      """
      ten = 10; minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step
      table t, x, loss
      x + 1
      step tne
      """
    )
    #expect(
      found[3] == #"{"file":"-","line":3,"source":"table t, x, loss","outputs":[{"type":"table","#
        + #""columns":["t","x","loss"],"rows":[[0,-5,65],[1,-4.9000000001,60.110000001930004]]}]}"#
    )
    #expect(
      found[4] == #"{"file":"-","line":4,"source":"x + 1","outputs":[{"type":"value","#
        + #""value":-3.9000000001000004}]}"#
    )
    #expect(
      found[5]
        == #"{"file":"-","line":5,"source":"step tne","error":{"message":"unknown name 'tne'","#
        + #""hint":"did you mean 'ten'?","line":5,"column":6,"length":3}}"#
    )
  }

  @Test(arguments: [
    ("1/3", #"[{"type":"value","value":0.3333333333333333}]"#),
    ("1e300*10; 2", #"[{"type":"value","value":1e301}]"#),
    ("inf", #"[{"type":"value","value":"inf"}]"#), ("-inf", #"[{"type":"value","value":"-inf"}]"#),
    ("nan", #"[{"type":"value","value":"nan"}]"#), ("1 < 2", #"[{"type":"value","value":true}]"#),
    ("\"a\\\"b<\"", #"[{"type":"value","value":"a\"b\u003c"}]"#),
    ("[1, inf, nan]", #"[{"type":"value","value":[1,"inf","nan"]}]"#),
    ("-0", #"[{"type":"value","value":0}]"#),
    ("[]", #"[{"type":"value","value":[]}]"#), ("a = 3", "[]"),
    (
      "1/0",
      #"[{"type":"value","value":"inf"},{"type":"text","text":"note: 1 / 0 divides by zero","kind":"note"}]"#
    ),
    (
      "table [1, 2], [3]", #"[{"type":"table","columns":["[1, 2]","[3]"],"rows":[[1,3],[2,null]]}]"#
    ),
    ("vars", #"[{"type":"text","text":"nothing yet; assign with a = 3"}]"#),
  ])
  func `outputs`(cell: String, outputs: String) throws {
    let line = try #require(lines(cell).first)
    let start = try #require(line.range(of: #""outputs":"#))
    #expect(line[start.upperBound...].dropLast() == outputs)
  }

  @Test func `a derivation`() {
    let found = lines("minimize x^2 from 3 with gd(0.25)\nstep\nexplain x")
    #expect(
      found[2] == #"{"file":"-","line":3,"source":"explain x","outputs":[{"type":"derivation","#
        + #""parameter":"x","step":1,"equations":["#
        + #"{"name":"dx","formula":"2*x","substituted":"2*3","value":6},"#
        + #"{"name":"x","formula":"x - alpha*dx","substituted":"3 - 0.25*6","value":1.5}]}]}"#
    )
  }

  @Test func `a plot`() {
    let found = lines("plot [1, 4, 9] title \"squares\" height 5 width 30")
    #expect(
      found[0].hasPrefix(
        #"{"file":"-","line":1,"source":"plot [1, 4, 9] title \"squares\" height 5 width 30","#
          + #""outputs":[{"type":"plot","title":"squares","series":[{"name":"[1, 4, 9]","#
          + #""x":[1,2,3],"y":[1,4,9]}],"text":""#
      )
    )
    #expect(found[0].hasSuffix("\"}]}"))
  }

  @Test func `an error says where in its own line`() {
    let found = lines("a = 1\nβ = nope\nb = [1,\n  nope2]\n(", keepGoing: true)
    #expect(
      found == [
        #"{"file":"-","line":1,"source":"a = 1","outputs":[]}"#,
        #"{"file":"-","line":2,"source":"β = nope","error":{"message":"unknown name 'nope'","hint":"give it a value first: nope = 1","line":2,"column":5,"length":4}}"#,
        #"{"file":"-","line":3,"source":"b = [1,\n  nope2]","error":{"message":"unknown name 'nope2'","hint":"give it a value first: nope2 = 1","line":4,"column":3,"length":5}}"#,
        #"{"file":"-","line":5,"source":"(","error":{"message":"this '(' is never closed","hint":"add a ')'","line":5,"column":1,"length":1}}"#,
      ]
    )
  }

  @Test func `a failed expectation is an error with its own words`() {
    #expect(
      lines("a = 4\nexpect a ~= 40\nwhen a ~= 4 say \"no\"")[1]
        == #"{"file":"-","line":2,"source":"expect a ~= 40","error":{"message":"no","line":2,"column":8,"length":7}}"#
    )
  }

  @Test func `a text is one string, control characters escaped`() {
    #expect(
      JSONText.string("a\u{1B}\u{7F}\u{85}\n\u{2028}é\0")
        == #""a\u001b\u007f\u0085\n\u2028é\u0000""#
    )
  }
}
