import Testing
import Typesetting

@Suite struct LineTests {
  static let table: [(tex: String, line: String, ascii: String)] = [
    (
      #"\sqrt{a^2 + b^2}"#,
      #"√(a² + b²)"#,
      #"sqrt(a^2 + b^2)"#
    ),
    (
      #"\frac{1}{\sqrt{1 - \frac{v^2}{c^2}}}"#,
      #"1/√(1 − v²/c²)"#,
      #"1/sqrt(1 - v^2/c^2)"#
    ),
    (
      #"\sqrt{\frac{a}{b}} + 1"#,
      #"√(a/b) + 1"#,
      #"sqrt(a/b) + 1"#
    ),
    (
      #"\sqrt[3]{x + y} = \sqrt[3]{2}"#,
      #"∛(x + y) = ∛2"#,
      #"root_3(x + y) = root_3(2)"#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"f(x) = { x, x > 0; 0, otherwise }"#,
      #"f(x) = { x, x > 0; 0, otherwise }"#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 1 & x = 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"f(x) = { x, x > 0; 1, x = 0; 0, otherwise }"#,
      #"f(x) = { x, x > 0; 1, x = 0; 0, otherwise }"#
    ),
    (
      #"\begin{aligned} v_t &= \beta v_{t-1} + (1 - \beta)\,\theta_t \\ \hat{v}_t &= \frac{v_t}{1 - \beta^t} \end{aligned}"#,
      #"vₜ = β vₜ₋₁ + (1 − β) θₜ; v̂ₜ = vₜ/(1 − βᵗ)"#,
      #"v_t = beta v_(t-1) + (1 - beta) theta_t; v_hat_t = v_t/(1 - beta^t)"#
    ),
    (
      #"e^{-\frac{(x - \mu)^2}{2\sigma^2}}"#,
      #"e^(−(x−μ)²/(2σ²))"#,
      #"e^(-(x-mu)^2/(2 sigma^2))"#
    ),
    (
      #"2^{q} + x^{\beta}_{dW} + 10^{-8}"#,
      #"2^q + xᵝ_dW + 10⁻⁸"#,
      #"2^q + x_dW^beta + 10^(-8)"#
    ),
    (
      #"\alpha \frac{\hat v}{\sqrt{\hat s} + \varepsilon}"#,
      #"α v̂/(√ŝ + ε)"#,
      #"alpha v_hat/(sqrt(s_hat) + eps)"#
    ),
    (
      #"\frac{\partial L}{\partial w} = -2x(y - \hat y)"#,
      #"∂L/∂w = −2x(y − ŷ)"#,
      #"dL/dw = -2x(y - y_hat)"#
    ),
    (
      #"\frac{\frac{a}{b}}{c} = \frac{a}{\frac{b}{c}}"#,
      #"(a/b)/c = a/(b/c)"#,
      #"(a/b)/c = a/(b/c)"#
    ),
    (
      #"-\frac{a}{b}"#,
      #"−a/b"#,
      #"-a/b"#
    ),
    (
      #"J = \frac{1}{m} \sum_{i=1}^m \left( y_i - \hat{y}_i \right)^2"#,
      #"J = 1/m ∑ᵢ₌₁ᵐ (yᵢ − ŷᵢ)²"#,
      #"J = 1/m sum_(i=1)^m (y_i - y_hat_i)^2"#
    ),
    (
      #"\prod_{j \in S} x_j \int_0^1 f(x)\,dx"#,
      #"∏_(j∈S) xⱼ ∫₀¹ f(x) dx"#,
      #"prod_(j in S) x_j int_0^1 f(x) dx"#
    ),
    (
      #"\lim_{t \to \infty} \frac{1}{t}"#,
      #"lim_(t→∞) 1/t"#,
      #"lim_(t->inf) 1/t"#
    ),
    (
      #"\max_{x} f(x) = \max(a, b)"#,
      #"maxₓ f(x) = max(a, b)"#,
      #"max_x f(x) = max(a, b)"#
    ),
    (
      #"\overline{ab} \vec{w} \tilde{x} \dot x \ddot x \bar g \hat{\theta}_1 \widehat{xy}"#,
      #"a̅b̅ w⃗ x̃ ẋ ẍ ḡ θ̂₁ hat(xy)"#,
      #"bar(ab) w_vec x_tilde x_dot x_ddot g_bar theta_hat_1 hat(xy)"#
    ),
    (
      #"\left\lVert \frac{a}{b} \right\rVert_2^2 \left\{ \frac ab \right\} \left[ \frac ab \right]"#,
      #"‖a/b‖₂²{a/b}[a/b]"#,
      #"||a/b||_2^2{a/b}[a/b]"#
    ),
    (
      #"\alpha_t = \alpha_0 \cdot 0.95^{t} \quad \text{or} \quad \alpha = \frac{\alpha_0}{1 + \mathrm{decay} \cdot \mathrm{epoch}}"#,
      #"αₜ = α₀ ⋅ 0.95ᵗ  or  α = α₀/(1 + decay ⋅ epoch)"#,
      #"alpha_t = alpha0 * 0.95^t  or  alpha = alpha0/(1 + decay * epoch)"#
    ),
    (
      #"\underset{\theta}{\operatorname{argmin}}\, J \overset{!}{=} 0"#,
      #"argmin_θ J =^! 0"#,
      #"argmin_theta J =^! 0"#
    ),
    (
      #"\left. \frac{df}{dx} \right|_{x=0}"#,
      #"df/dx|ₓ₌₀"#,
      #"df/dx|_(x=0)"#
    ),
    (
      #"\underbrace{a + b + c + d}_{n}"#,
      #"(a + b + c + d) [n]"#,
      #"(a + b + c + d) [n]"#
    ),
    (
      #"\begin{pmatrix} \frac{1}{2} & 0 \\ 0 & -\beta \end{pmatrix} x"#,
      #"(1/2 0; 0 −β) x"#,
      #"(1/2 0; 0 -beta) x"#
    ),
    (
      #"f''(x) + f' \le |x| / 2 \mid y"#,
      #"f′′(x) + f′ ≤ |x|/2 ∣ y"#,
      #"f''(x) + f' <= |x|/2 | y"#
    ),
    (
      #"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t, \qquad g_t = \nabla_\theta f_t(\theta_{t-1})"#,
      #"mₜ = β₁ mₜ₋₁ + (1 − β₁) gₜ,    gₜ = ∇_θ fₜ(θₜ₋₁)"#,
      #"m_t = beta1 m_(t-1) + (1 - beta1) g_t,    g_t = grad_theta f_t(theta_(t-1))"#
    ),
    (
      #"\boldsymbol{\theta} \mathbf{W} \mathbf{x} 2x 3\alpha xy \log_2 x \log x \beta \log \beta"#,
      #"𝜽 𝐖 𝐱 2x 3α xy log₂ x log x β log β"#,
      #"theta W x 2x 3 alpha xy log_2 x log x beta log beta"#
    ),
    (
      #"(1 - \frac{a}{b})^2 (x+y)z \{1,2\} [0,1)"#,
      #"(1 − a/b)²(x + y) z{1, 2}[0, 1)"#,
      #"(1 - a/b)^2(x + y) z{1, 2}[0, 1)"#
    ),
    (
      #"{a+b}^2 1{,}000 a=-b a\!b \sqrt{2} 2\sqrt{x} a \times -1"#,
      #"(a + b)² 1,000a = −bab √2 2√x a × −1"#,
      #"(a + b)^2 1,000a = -bab sqrt(2) 2 sqrt(x) a * -1"#
    ),
    (
      #"x_{t,i}^{k+q} \lfloor x \rfloor \langle x, y \rangle"#,
      #"x_(t,i)^(k+q)⌊x⌋⟨x, y⟩"#,
      #"x_(t,i)^(k+q)[x]<x, y>"#
    ),
    (
      #"\theta^* x^\top y W^T  \Delta\theta \nabla f \frac{\Delta w}{2 x}"#,
      #"θ* xᵀ y Wᵀ Δθ ∇f Δw/(2x)"#,
      #"theta^* x^T y W^T Delta theta grad f Delta w/(2x)"#
    ),
    (
      #"\alpha |g| + 2|x|y"#,
      #"α |g| + 2 |x| y"#,
      #"alpha |g| + 2 |x| y"#
    ),
    (
      #"\|g\|_2^2 \le \|x\|^2"#,
      #"‖g‖₂² ≤ ‖x‖²"#,
      #"||g||_2^2 <= ||x||^2"#
    ),
    (
      #"p(a|b) = p(b|a) p(a)"#,
      #"p(a|b) = p(b|a) p(a)"#,
      #"p(a|b) = p(b|a) p(a)"#
    ),
    (
      #"|-x| = x"#,
      #"|−x| = x"#,
      #"|-x| = x"#
    ),
    (
      #"|\frac{a}{b}|^2"#,
      #"|a/b|²"#,
      #"|a/b|^2"#
    ),
    (
      #"\log |x| + f(x)|x|"#,
      #"log |x| + f(x) |x|"#,
      #"log |x| + f(x) |x|"#
    ),
    (
      #"\lVert g \rVert_2 \lvert x \rvert"#,
      #"‖g‖₂ |x|"#,
      #"||g||_2 |x|"#
    ),
  ]

  @Test(arguments: table)
  func `brackets and blanks stand exactly where a line needs them`(
    tex: String,
    line: String,
    ascii: String
  ) throws {
    let node = try TeX.parse(tex)
    #expect(node.line == line)
    #expect(node.asciiLine == ascii)
  }
}
