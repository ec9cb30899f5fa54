import Testing
import Typesetting

@Suite struct CourseLineTests {
  static let table: [(tex: String, line: String, ascii: String)] = [
    (
      #"W := W - \alpha \frac{\hat{v}_{dW}}{\sqrt{\hat{s}_{dW}} + \varepsilon}"#,
      #"W := W − α v̂_dW/(√ŝ_dW + ε)"#,
      #"W := W - alpha v_hat_dW/(sqrt(s_hat_dW) + eps)"#
    ),
    (
      #"v_{dW} = \beta_1 v_{dW} + (1 - \beta_1)\, dW"#,
      #"v_dW = β₁ v_dW + (1 − β₁) dW"#,
      #"v_dW = beta1 v_dW + (1 - beta1) dW"#
    ),
    (
      #"s_{dW} = \beta_2 s_{dW} + (1 - \beta_2)\, dW^{2}"#,
      #"s_dW = β₂ s_dW + (1 − β₂) dW²"#,
      #"s_dW = beta2 s_dW + (1 - beta2) dW^2"#
    ),
    (
      #"\hat{v}_{dW} = \frac{v_{dW}}{1 - \beta_1^t}"#,
      #"v̂_dW = v_dW/(1 − β₁ᵗ)"#,
      #"v_hat_dW = v_dW/(1 - beta1^t)"#
    ),
    (
      #"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t"#,
      #"θₜ₊₁ = θₜ − η/(√v̂ₜ + ε) m̂ₜ"#,
      #"theta_(t+1) = theta_t - eta/(sqrt(v_hat_t) + eps) m_hat_t"#
    ),
    (
      #"v_t = (1-\beta)\sum_{i=0}^{t-1} \beta^i \theta_{t-i}"#,
      #"vₜ = (1 − β) ∑ᵢ₌₀ᵗ⁻¹ βⁱ θₜ₋ᵢ"#,
      #"v_t = (1 - beta) sum_(i=0)^(t-1) beta^i theta_(t-i)"#
    ),
    (
      #"\frac{1}{1-\beta} \approx 10"#,
      #"1/(1 − β) ≈ 10"#,
      #"1/(1 - beta) ~= 10"#
    ),
    (
      #"\nabla_\theta J(\theta) = \frac{1}{m}\sum_{i=1}^{m} \nabla_\theta \mathcal{L}(\hat{y}^{(i)}, y^{(i)})"#,
      #"∇_θ J(θ) = 1/m ∑ᵢ₌₁ᵐ ∇_θ ℒ(ŷ⁽ⁱ⁾, y⁽ⁱ⁾)"#,
      #"grad_theta J(theta) = 1/m sum_(i=1)^m grad_theta L(y_hat^(i), y^(i))"#
    ),
    (
      #"\begin{aligned} a &= b + c \\ d &= e \end{aligned}"#,
      #"a = b + c; d = e"#,
      #"a = b + c; d = e"#
    ),
    (
      #"\begin{bmatrix} 1 & 0 \\ 0 & 10 \end{bmatrix}"#,
      #"[1 0; 0 10]"#,
      #"[1 0; 0 10]"#
    ),
    (
      #"\left( \frac{a}{b} \right)^2"#,
      #"(a/b)²"#,
      #"(a/b)^2"#
    ),
    (
      #"\mathbb{E}[g_t^2] \in \mathbb{R}^n, \quad \lVert g \rVert_2"#,
      #"𝔼[gₜ²] ∈ ℝⁿ,  ‖g‖₂"#,
      #"E[g_t^2] in R^n,  ||g||_2"#
    ),
    (
      #"\text{if } t > 0 \text{ then } \operatorname*{argmin}_\theta f"#,
      #"if t > 0 then argmin_θ f"#,
      #"if t > 0 then argmin_theta f"#
    ),
    (
      #"\underbrace{\beta^{t}}_{\text{bias}}"#,
      #"βᵗ [bias]"#,
      #"beta^t [bias]"#
    ),
  ]

  @Test(arguments: table)
  func `the course in one line of Unicode and of ASCII`(tex: String, line: String, ascii: String)
    throws
  {
    let node = try TeX.parse(tex)
    #expect(node.line == line)
    #expect(node.asciiLine == ascii)
  }
}
