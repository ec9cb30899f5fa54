import Arithmetic
import Formulas
import Testing

@Suite struct RuleSheetTests {
  static let adam = """
    adam(alpha=0.001, beta1=0.9, beta2=0.999, eps=1e-8) {
      v = beta1*v + (1 - beta1)*g
      s = beta2*s + (1 - beta2)*g^2
      v_hat = v/(1 - beta1^t); s_hat = s/(1 - beta2^t)
      w = w - alpha*v_hat/(sqrt(s_hat) + eps)
    }
    """

  @Test func `a name read before it is assigned is a slot`() throws {
    let sheet = try RuleSheet(parsing: Self.adam)
    #expect(sheet.name == "adam")
    #expect(sheet.settings.map { $0.name } == ["alpha", "beta1", "beta2", "eps"])
    #expect(sheet.settings.map { $0.standard.constantValue } == [0.001, 0.9, 0.999, 1e-8])
    #expect(sheet.slots.map { $0.name } == ["v", "s"])
    #expect(sheet.slots.allSatisfy { $0.initial == 0 && !$0.isScalar })
    #expect(sheet.quantities == ["v", "s", "v_hat", "s_hat"])
    #expect(sheet.equations.map { $0.target } == ["v", "s", "v_hat", "s_hat", "w"])
  }

  @Test func `a slot that needs no parameter is one number for all`() throws {
    let sheet = try RuleSheet(
      parsing: """
        nadam(alpha=0.1, beta=0.9) {
          slot product = 1
          slot floor_value = -0.5
          mu = beta*(1 - 0.5*0.96^t)
          product = product*mu
          floor_value = max(floor_value, product)
          v = mu*v + (1 - mu)*g
          mixed = mixed + product*v
          w = w - alpha*v/(1 - product)
        }
        """
    )
    #expect(sheet.slots.map { $0.name } == ["product", "floor_value", "v", "mixed"])
    #expect(sheet.slots.map { $0.isScalar } == [true, true, false, false])
    #expect(sheet.slots.map { $0.initial } == [1, -0.5, 0, 0])
  }

  @Test func `the sheet's text reads back as the same sheet`() throws {
    for source in [
      Self.adam, "gd(alpha=0.1) { w = w - alpha*g }",
      "r(alpha=0.1) { slot s = 0.1; s = max(0.9*s, abs(g)); w = w - alpha*g/s }",
      "plain { w = w - 0.1*where(g > 0, 1, -1) }",
    ] {
      let sheet = try RuleSheet(parsing: source)
      let body = sheet.text.dropFirst("rule ".count)
      #expect(try RuleSheet(parsing: String(body)) == sheet)
    }
  }

  @Test func `the text is laid out as a learner would`() throws {
    let sheet = try RuleSheet(parsing: "m(alpha=0.1,beta=.9){slot v=1;v=beta*v+g;w=w-alpha*v}")
    #expect(
      sheet.text == """
        rule m(alpha=0.1, beta=0.9) {
          slot v = 1
          v = beta*v + g
          w = w - alpha*v
        }
        """
    )
  }

  @Test func `a compiled sheet is Adam written by hand, bit for bit`() throws {
    let program = try SheetProgram<Double>(RuleSheet(parsing: Self.adam))
    var dice = SeededGenerator(seed: 9)
    var w = [-5.0, 2, 0.1]
    var slots = [[0.0, 0, 0], [0.0, 0, 0]]
    var ownW = w
    var v = slots[0]
    var s = slots[1]
    for t in 1...300 {
      let g = w.map { _ in dice.normal() }
      program.step(t: t, settings: [0.1, 0.9, 0.999, 1e-8], w: &w, g: g, slots: &slots)
      let first = 1 - Elementary.pow(0.9, Double(t))
      let second = 1 - Elementary.pow(0.999, Double(t))
      for i in ownW.indices {
        v[i] = 0.9 * v[i] + (1 - 0.9) * g[i]
        s[i] = 0.999 * s[i] + (1 - 0.999) * (g[i] * g[i])
        let step = 0.1 * (v[i] / first) / (Double.root(s[i] / second) + 1e-8)
        ownW[i] = ownW[i] - step
      }
      try #require(w == ownW && slots == [v, s], "update \(t)")
    }
  }

  @Test func `scalar slots and hoisted parts step as written`() throws {
    let sheet = try RuleSheet(
      parsing: """
        r(alpha=0.1) {
          slot p = 1
          p = p*0.5
          q = p + t
          v = p*v + q*g
          w = w - alpha*v - (alpha + t)*w*0
        }
        """
    )
    let program = try SheetProgram<Double>(sheet)
    #expect(program.derived == ["q"])
    var w = [1.0, 2]
    var slots = [[1.0], [0.0, 0]]
    var own = (w: w, p: 1.0, v: [0.0, 0])
    for t in 1...20 {
      let g = [0.3 * Double(t), -0.7]
      program.step(t: t, settings: [0.1], w: &w, g: g, slots: &slots)
      own.p = own.p * 0.5
      let q = own.p + Double(t)
      for i in 0..<2 {
        own.v[i] = own.p * own.v[i] + q * g[i]
        own.w[i] = own.w[i] - 0.1 * own.v[i] - (0.1 + Double(t)) * own.w[i] * 0
      }
      #expect(w == own.w && slots == [[own.p], own.v])
    }
  }

  @Test func `a total is made of all parameters, or of those of a layer`() throws {
    let sheet = try RuleSheet(
      parsing: """
        r(alpha=0.1) {
          d = g - w
          n = norm(d)
          m = 0.5*m + 0.5*n
          size = norm(w, layer)
          mid = mean(g, layer)
          w = w - alpha*(d/n + size*mid + m)
        }
        """
    )
    #expect(sheet.slots.map { $0.name } == ["m"] && sheet.slots[0].isScalar)
    let program = try SheetProgram<Double>(sheet)
    #expect(program.derived == ["d", "n", "size", "mid"])
    #expect(program.derivedShared == ["n"])
    // Fewer than a block, and more.
    for layers in [[1, 2], [2, 100, 1]] {
      let count = layers.reduce(0, +)
      var numbers = SeededGenerator(seed: 3)
      var state = (0..<count).map { _ in numbers.normal() } + [0]
      var (w, m) = (Array(state[..<count]), 0.0)
      for t in 1...5 {
        let g = (0..<count).map { _ in numbers.normal() }
        step(program, &state, g, t, layers)
        let d = zip(g, w).map { $0 - $1 }
        let n = total(.norm, d)
        m = 0.5 * m + 0.5 * n
        var start = 0
        for length in layers {
          let part = start..<start + length
          let (size, mid) = (total(.norm, Array(w[part])), total(.mean, Array(g[part])))
          for i in part { w[i] = w[i] - 0.1 * (d[i] / n + size * mid + m) }
          start += length
        }
        #expect(state == w + [m])
      }
    }
  }

  private func total(_ kind: OrderedTotal.Kind, _ numbers: [Double]) -> Double {
    var total = OrderedTotal(kind)
    total.add(numbers, numbers.count)
    return total.value
  }

  private func step(
    _ program: SheetProgram<Double>,
    _ state: inout [Double],
    _ g: [Double],
    _ t: Int,
    _ layers: [Int]
  ) {
    var scratch = [Double](repeating: 0, count: program.scratchCount(g.count))
    state.withUnsafeMutableBufferPointer { state in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let w = state.baseAddress, let scratch = scratch.baseAddress else { return }
        program.prepare(scratch, g.count)
        // swift-format-ignore
        program.step(
          w, g.count, gradient: g, settings: [0.1], t: Double(t), epoch: 1, scratch: scratch,
          layers: layers)
      }
    }
  }

  @Test(
    arguments: [
      ("{ w = w }", "expected the rule's name", nil, 1),
      ("r w = w", "expected '{' before the equations", nil, 3),
      ("r(alpha) { w = w }", "a setting needs a default", "write r(alpha=0.1)", 3),
      ("r(g=1) { w = w }", "'g' cannot be a setting here", nil, 3),
      ("r(a=1, a=2) { w = w }", "'a' cannot be a setting here", nil, 8),
      (
        "r(a=1) { a = 2; w = w }", "'a' is a setting: a rule cannot assign it",
        "give the new quantity its own name", 10
      ),
      ("r { t = 2; w = w }", "a rule cannot assign 't'", "give the new quantity its own name", 5),
      (
        "r { slot g = 2; w = w }", "a rule cannot assign 'g'", "give the new quantity its own name",
        10
      ),
      (
        "r { v = g }", "the rule 'r' never assigns w", "its last line is the update: w = w - ...", 1
      ),
      ("r { w = w - alpah*g; alpha = 1 }", "unknown name 'alpah'", "did you mean 'alpha'?", 13),
      ("r { slot s = 1; w = w }", "the slot 's' is never assigned", nil, 1),
      ("r { slot s = g; s = 1; w = s }", "a slot starts at a number", "slot s = 0.1", 10),
      (
        "r { w = w - g } x", "unexpected word 'x'",
        "is an operator missing before it, such as '*'?", 17
      ),
      (
        "r { w = w - g g }", "unexpected word 'g'",
        "is an operator missing before it, such as '*'?", 15
      ),
      (
        "r { w = w - g/norm(g) }",
        "'norm' stands alone in a rule's line: it is one number made of all parameters",
        "write n = norm(g) for a line of its own, or n = norm(w, layer) for each name's own", 15
      ),
      (
        "r { n = norm(w, leyer); w = w - n }",
        "'norm' stands alone in a rule's line: it is one number made of all parameters",
        "write n = norm(g) for a line of its own, or n = norm(w, layer) for each name's own", 9
      ),
      ("r { w + 1 }", "expected '=' after 'w'", nil, 7),
      ("r { 3 = w }", "expected an equation such as v = beta*v + (1 - beta)*g", nil, 5),
      ("r { w = w", "this '{' is never closed", "add a '}'", 3),
    ] as [(String, String, String?, Int)]
  )
  func `a sheet in error says what and where`(
    source: String,
    message: String,
    hint: String?,
    column: Int
  ) throws {
    let error = #expect(throws: Diagnostic.self) { try RuleSheet(parsing: source) }
    #expect(error?.message == message)
    #expect(error?.hint == hint)
    #expect(error?.range?.position(in: source).column == column)
  }
}
