import Formulas
import Notebook
import Testing

/// Every answer of every command keeps to `man/descent.schema.json`.
@Suite struct SchemaTests {
  private func lines(_ cell: String) -> [String] {
    var session = Session(data: CourseData.store)
    return session.run(cell: cell, keepGoing: true).statements.map { $0.json(file: "-") }
  }

  @Test func `every example of help keeps to the schema`() throws {
    let schema = try JSONSchema.standard()
    let entries = HelpIndex.entries(in: Session(data: CourseData.store))
    #expect(entries.count > 100)
    for entry in entries {
      let more = entry.kind == .optimizer ? "\nstep 3\nshow\nexplain\ntable t, loss\nplot loss" : ""
      for line in lines(entry.example + more + "\nhelp \(entry.name)") {
        let faults = schema.faults(of: line)
        #expect(faults.isEmpty, "\(entry.name): \(faults.prefix(3)) in \(line.prefix(300))")
      }
    }
  }

  @Test(arguments: [
    "minimize x^2 + y^2 from (1e200, 0) with gd(1e200)\nstep 5\nback\nrestart\ncheck gradient",
    "minimize log(x) from 1 with gd(2)\nstep 5\nplot loss\nplot path\nexplain",
    "minimize beale with adam(0.01)\nstep 30\nplot path\ntable t, x, v_hat, loss",
    "compare gd(0.1), adam(0.1) for 10\nplot loss",
    "minimize rosenbrock\ncompare gd(0.0001), adam(0.1) for 10\nplot loss\nplot path",
    "minimize rosenbrock with gd(0.0001)\nsweep alpha over logspace(-5, -1, 4) for 10",
    "train mlp(2, 8, 2) on moons with adam(alpha=0.02)\nstep 2\nshow\nuntil loss < 0.1 within 3",
    "plot histogram of [1, 2, 2, nan, 9] vline 2\nplot bars of [3, 1]\nplot [1, inf, 3] log\n[nan, 1]\n\"a\\u{1}\"\n1 == 1",
    "nope\n(\nexpect 1 == 2\nwhen 1 == 1 say \"no\"\nstep\n1 / 0\ntable [1, 2], [3]",
  ])
  func `what runs, fails and leaves the range keeps to the schema`(cell: String) throws {
    let schema = try JSONSchema.standard()
    let lines = lines(cell)
    #expect(!lines.isEmpty)
    for line in lines { #expect(schema.faults(of: line) == [], "\(line.prefix(300))") }
  }

  @Test(arguments: [
    #"{"line":1,"source":"a","outputs":[]}"#, #"{"file":"-","line":1,"source":"a"}"#,
    #"{"file":"-","line":0,"source":"a","outputs":[]}"#,
    #"{"file":"-","line":1.5,"source":"a","outputs":[]}"#,
    #"{"file":"-","line":1,"source":"a","outputs":[],"more":1}"#,
    #"{"file":"-","line":1,"source":"a","outputs":[{"type":"value"}]}"#,
    #"{"file":"-","line":1,"source":"a","outputs":[{"type":"value","value":null}]}"#,
    #"{"file":"-","line":1,"source":"a","outputs":[{"type":"text","text":"t","kind":"x"}]}"#,
    #"{"file":"-","line":1,"source":"a","outputs":[{"type":"text","text":"t","loss":1}]}"#,
    #"{"file":"-","line":1,"source":"a","outputs":[{"type":"table","columns":[],"rows":[[{}]]}]}"#,
    #"{"file":"-","error":{"hint":"x"}}"#, #"[1]"#, #"{"file":"-""#,
  ])
  func `what is not so does not keep to it`(line: String) throws {
    #expect(try !JSONSchema.standard().faults(of: line).isEmpty)
  }

  @Test(arguments: [
    (
      "minimize x^2 + 10y^2 from (-5, 2) with gd(0.05)\nstep",
      #"{"type":"text","text":"t = 1  x = -4.5  y = 0  loss = 20.25","t":1,"loss":20.25,"#
        + #""parameters":{"x":-4.5,"y":0}}"#
    ),
    (
      "minimize x^2 from 1 with gd(0.1)\ncheck gradient",
      #""rows":[["x",2,2.000000000013878,"yes"]],"agrees":"yes"}"#
    ),
    (
      "minimize -x^2 from 1 with gd(10)\nstep 2000",
      #""kind":"note","t":"#
    ),
    ("plot histogram of [1, 2, 2, nan, 9] bins 2", #""width":"#),
    ("plot histogram of [1, 2, 2, nan, 9] bins 2", #""notFinite":1}],"text":"#),
    ("plot bars of [3, 1]", #""y":[3,1],"labels":["#),
    ("plot [1, 3] hline 2", #""references":[{"axis":"y","value":2,"label":""#),
    ("minimize beale with adam(0.1)\nstep\nplot path", #""from":0,"every":1}],"contours":{"#),
    (
      "minimize x^2 from 1 with gd(0.1)\nstep 3\nplot loss",
      #""series":[{"name":"loss","x":[0,1,2,3]"#
    ),
  ])
  func `state, notes and agreement are fields`(cell: String, part: String) throws {
    let line = try #require(lines(cell).last)
    #expect(line.contains(part), "\(line)")
  }

  @Test func `tables as comma-separated values`() {
    var session = Session()
    let cell = """
      minimize x^2 from 3 with adam(alpha=0.25)
      step
      table t, x, v_hat, t > 0
      """
    var text = ""
    for output in session.run(cell: cell).statements.flatMap({ $0.outputs }) {
      if case .table(let table) = output {
        table.csv { text += String(decoding: $0, as: UTF8.self) }
      }
    }
    #expect(text == "t,x,v_hat,t > 0\n0,3,,false\n1,2.7500000004166667,6,true\n")
    let odd = Table(
      columns: ["a,b", "say \"no\"", " c"],
      rows: [[.text("x\ny"), .number(.nan), .trend([1, 2.5])], [.missing, .number(-.infinity)]]
    )
    var quoted = ""
    odd.csv { quoted += String(decoding: $0, as: UTF8.self) }
    #expect(
      quoted == "\"a,b\",\"say \"\"no\"\"\",\" c\"\n\"x\ny\",nan,1 2.5\n,-inf,\n"
    )
  }
}
