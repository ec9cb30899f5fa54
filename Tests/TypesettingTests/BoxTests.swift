import Testing
import Typesetting

@Suite struct BoxTests {
  static let table: [(tex: String, box: String)] = [
    (
      #"\sqrt{a^2 + b^2}"#,
      #"""
       _______
      √a² + b²
      """#
    ),
    (
      #"\frac{1}{\sqrt{1 - \frac{v^2}{c^2}}}"#,
      #"""
           1
      ────────────
        ┌────────
        │     v²
        │1 − ────
       ╲│     c²
      """#
    ),
    (
      #"\sqrt{\frac{a}{b}} + 1"#,
      #"""
       ┌───
       │ a
       │─── + 1
      ╲│ b
      """#
    ),
    (
      #"\sqrt[3]{x + y} = \sqrt[3]{2}"#,
      #"""
       _____
      ∛x + y = ∛2
      """#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"""
      f(x) = ⎰ x  x > 0
             ⎱ 0  otherwise
      """#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 1 & x = 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"""
             ⎧ x  x > 0
      f(x) = ⎨ 1  x = 0
             ⎩ 0  otherwise
      """#
    ),
    (
      #"\begin{aligned} v_t &= \beta v_{t-1} + (1 - \beta)\,\theta_t \\ \hat{v}_t &= \frac{v_t}{1 - \beta^t} \end{aligned}"#,
      #"""
      vₜ = β vₜ₋₁ + (1 − β) θₜ

              vₜ
      v̂ₜ = ────────
            1 − βᵗ
      """#
    ),
    (
      #"e^{-\frac{(x - \mu)^2}{2\sigma^2}}"#,
      #"""
       −(x−μ)²/(2σ²)
      e
      """#
    ),
    (
      #"2^{q} + x^{\beta}_{dW} + 10^{-8}"#,
      #"""
       q
      2  + xᵝ_dW + 10⁻⁸
      """#
    ),
    (
      #"\alpha \frac{\hat v}{\sqrt{\hat s} + \varepsilon}"#,
      #"""
           v̂
      α ────────
         √ŝ + ε
      """#
    ),
    (
      #"\frac{\partial L}{\partial w} = -2x(y - \hat y)"#,
      #"""
       ∂L
      ──── = −2x(y − ŷ)
       ∂w
      """#
    ),
    (
      #"\frac{\frac{a}{b}}{c} = \frac{a}{\frac{b}{c}}"#,
      #"""
        a
       ───
        b       a
      ───── = ─────
        c       b
               ───
                c
      """#
    ),
    (
      #"-\frac{a}{b}"#,
      #"""
         a
      − ───
         b
      """#
    ),
    (
      #"J = \frac{1}{m} \sum_{i=1}^m \left( y_i - \hat{y}_i \right)^2"#,
      #"""
           1   m
      J = ───  ∑  (yᵢ − ŷᵢ)²
           m  i=1
      """#
    ),
    (
      #"\prod_{j \in S} x_j \int_0^1 f(x)\,dx"#,
      #"""
       ∏  xⱼ ∫₀¹ f(x) dx
      j∈S
      """#
    ),
    (
      #"\lim_{t \to \infty} \frac{1}{t}"#,
      #"""
           1
      lim ───
      t→∞  t
      """#
    ),
    (
      #"\max_{x} f(x) = \max(a, b)"#,
      #"""
      max f(x) = max(a, b)
       x
      """#
    ),
    (
      #"\overline{ab} \vec{w} \tilde{x} \dot x \ddot x \bar g \hat{\theta}_1 \widehat{xy}"#,
      #"""
      __              ^
      ab w⃗ x̃ ẋ ẍ ḡ θ̂₁ xy
      """#
    ),
    (
      #"\left\lVert \frac{a}{b} \right\rVert_2^2 \left\{ \frac ab \right\} \left[ \frac ab \right]"#,
      #"""
      ║ a ║²⎧ a ⎫⎡ a ⎤
      ║───║ ⎨───⎬⎢───⎥
      ║ b ║₂⎩ b ⎭⎣ b ⎦
      """#
    ),
    (
      #"\alpha_t = \alpha_0 \cdot 0.95^{t} \quad \text{or} \quad \alpha = \frac{\alpha_0}{1 + \mathrm{decay} \cdot \mathrm{epoch}}"#,
      #"""
                                       α₀
      αₜ = α₀ ⋅ 0.95ᵗ  or  α = ───────────────────
                                1 + decay ⋅ epoch
      """#
    ),
    (
      #"\underset{\theta}{\operatorname{argmin}}\, J \overset{!}{=} 0"#,
      #"""
               !
      argmin J = 0
        θ
      """#
    ),
    (
      #"\left. \frac{df}{dx} \right|_{x=0}"#,
      #"""
       df │
      ────│
       dx │ₓ₌₀
      """#
    ),
    (
      #"\underbrace{a + b + c + d}_{n}"#,
      #"""
      a + b + c + d
      ╰─────┬─────╯
            n
      """#
    ),
    (
      #"\begin{pmatrix} \frac{1}{2} & 0 \\ 0 & -\beta \end{pmatrix} x"#,
      #"""
      ⎛  1      ⎞
      ⎜ ───  0  ⎟
      ⎜  2      ⎟ x
      ⎜         ⎟
      ⎝  0   −β ⎠
      """#
    ),
    (
      #"(1 - \frac{a}{b})^2 (x+y)z \{1,2\} [0,1)"#,
      #"""
      ⎛     a ⎞²
      ⎜1 − ───⎟ (x + y) z{1, 2}[0, 1)
      ⎝     b ⎠
      """#
    ),
    (
      #"x_{t,i}^{k+q} \lfloor x \rfloor \langle x, y \rangle"#,
      #"""
       k+q
      x   ⌊x⌋⟨x, y⟩
       t,i
      """#
    ),
    (
      #"\theta^* x^\top y W^T  \Delta\theta \nabla f \frac{\Delta w}{2 x}"#,
      #"""
                        Δw
      θ* xᵀ y Wᵀ Δθ ∇f ────
                        2x
      """#
    ),
    (
      #"|\frac{a}{b}|^2"#,
      #"""
      │ a │²
      │───│
      │ b │
      """#
    ),
  ]

  @Test(arguments: table)
  func `formulas stand in two dimensions`(tex: String, box: String) throws {
    let rows = try TeX.parse(tex).box()
    #expect(rows.joined(separator: "\n") == box)
  }
}
