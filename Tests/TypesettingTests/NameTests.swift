import Testing
import Typesetting

@Suite struct NameTests {
  static let table: [(name: String, line: String, ascii: String)] = [
    ("x", "x", "x"), ("alpha", "α", "alpha"), ("beta1", "β₁", "beta1"), ("beta_1", "β₁", "beta1"),
    ("eps", "ε", "eps"), ("epsilon", "ε", "eps"), ("Delta", "Δ", "Delta"),
    ("v_hat", "v\u{302}", "v_hat"), ("s_hat", "s\u{302}", "s_hat"), ("x_bar", "x\u{304}", "x_bar"),
    ("theta_tilde", "θ\u{303}", "theta_tilde"), ("w_vec", "w\u{20D7}", "w_vec"),
    ("v_hat_1", "v\u{302}₁", "v_hat_1"), ("v1_hat", "v\u{302}₁", "v_hat_1"),
    ("dx", "dx", "dx"), ("dW", "dW", "dW"), ("dtheta", "dθ", "dtheta"), ("dx1", "dx₁", "dx_1"),
    ("dx_1", "dx₁", "dx_1"), ("delta", "δ", "delta"), ("data", "data", "data"), ("d", "d", "d"),
    ("v.x", "vₓ", "v_x"), ("v_hat.W", "v\u{302}_W", "v_hat_W"), ("v.dW", "v_dW", "v_dW"),
    ("v.x.y", "v_(x,y)", "v_(x,y)"), ("s.theta", "s_θ", "s_theta"),
    ("x_1", "x₁", "x_1"), ("x12", "x₁₂", "x_12"), ("x_max", "x_max", "x_max"),
    ("temp_max", "temp_max", "temp_max"), ("weight_decay", "weight_decay", "weight_decay"),
    ("loss", "loss", "loss"), ("layer1", "layer1", "layer1"), ("temp_hat", "temp_hat", "temp_hat"),
    ("_x", "_x", "_x"), ("x_", "x_", "x_"), ("", "", ""), (".", "", ""), ("θ", "θ", "theta"),
    ("inf", "∞", "inf"),
  ]

  @Test(arguments: table)
  func `a name of the notebook becomes mathematics`(name: String, line: String, ascii: String) {
    let node = MathNode.named(name)
    #expect(node.line == line)
    #expect(node.asciiLine == ascii)
    #expect(MarkupBalance.problem(in: node.mathML(display: false)) == nil)
  }

  @Test func `names make the lecture's formula`() {
    let update = MathNode.row([
      .named("w"), .symbol(":=", .relation), .named("w"), .symbol("−", .binary), .named("alpha"),
      .fraction(
        .named("v_hat"),
        .row([.root(.named("s_hat")), .symbol("+", .binary), .named("eps")])
      ),
    ])
    #expect(update.line == "w := w − α v\u{302}/(√s\u{302} + ε)")
    #expect(update.asciiLine == "w := w - alpha v_hat/(sqrt(s_hat) + eps)")
    let correction = MathNode.row([
      .named("v_hat"), .symbol("=", .relation),
      .fraction(
        .named("v"),
        .row([
          .number("1"), .symbol("−", .binary),
          .script(.named("beta1"), below: nil, above: .named("t")),
        ])
      ),
    ])
    #expect(correction.asciiLine == "v_hat = v/(1 - beta1^t)")
    #expect(correction.line == "v\u{302} = v/(1 − β₁ᵗ)")
  }
}
