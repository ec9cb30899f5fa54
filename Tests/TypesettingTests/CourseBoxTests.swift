import Testing
import Typesetting

@Suite struct CourseBoxTests {
  static let table: [(tex: String, box: String)] = [
    (
      #"W := W - \alpha \frac{\hat{v}_{dW}}{\sqrt{\hat{s}_{dW}} + \varepsilon}"#,
      #"""
                    v̂_dW
      W := W − α ───────────
                  √ŝ_dW + ε
      """#
    ),
    (
      #"\hat{v}_{dW} = \frac{v_{dW}}{1 - \beta_1^t}"#,
      #"""
               v_dW
      v̂_dW = ─────────
              1 − β₁ᵗ
      """#
    ),
    (
      #"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t"#,
      #"""
                      η
      θₜ₊₁ = θₜ − ───────── m̂ₜ
                   √v̂ₜ + ε
      """#
    ),
    (
      #"v_t = (1-\beta)\sum_{i=0}^{t-1} \beta^i \theta_{t-i}"#,
      #"""
                   t−1
      vₜ = (1 − β)  ∑  βⁱ θₜ₋ᵢ
                   i=0
      """#
    ),
    (
      #"\frac{1}{1-\beta} \approx 10"#,
      #"""
         1
      ─────── ≈ 10
       1 − β
      """#
    ),
    (
      #"\nabla_\theta J(\theta) = \frac{1}{m}\sum_{i=1}^{m} \nabla_\theta \mathcal{L}(\hat{y}^{(i)}, y^{(i)})"#,
      #"""
                  1   m
      ∇_θ J(θ) = ───  ∑  ∇_θ ℒ(ŷ⁽ⁱ⁾, y⁽ⁱ⁾)
                  m  i=1
      """#
    ),
    (
      #"\begin{aligned} a &= b + c \\ d &= e \end{aligned}"#,
      #"""
      a = b + c
      d = e
      """#
    ),
    (
      #"\begin{bmatrix} 1 & 0 \\ 0 & 10 \end{bmatrix}"#,
      #"""
      ⎡ 1  0  ⎤
      ⎣ 0  10 ⎦
      """#
    ),
    (
      #"\left( \frac{a}{b} \right)^2"#,
      #"""
      ⎛ a ⎞²
      ⎜───⎟
      ⎝ b ⎠
      """#
    ),
    (
      #"\text{if } t > 0 \text{ then } \operatorname*{argmin}_\theta f"#,
      #"""
      if t > 0 then argmin f
                      θ
      """#
    ),
    (
      #"\underbrace{\beta^{t}}_{\text{bias}}"#,
      #"""
       βᵗ
      ╰┬╯
      bias
      """#
    ),
  ]

  @Test(arguments: table)
  func `the course stands in two dimensions`(tex: String, box: String) throws {
    let rows = try TeX.parse(tex).box()
    #expect(rows.joined(separator: "\n") == box)
  }
}
