import Testing
import Typesetting

@Suite struct ASCIIBoxTests {
  static let table: [(tex: String, box: String)] = [
    (
      #"W := W - \alpha \frac{\hat{v}_{dW}}{\sqrt{\hat{s}_{dW}} + \varepsilon}"#,
      #"""
                            v_hat_dW
      W := W - alpha ----------------------
                      sqrt(s_hat_dW) + eps
      """#
    ),
    (
      #"\hat{v}_{dW} = \frac{v_{dW}}{1 - \beta_1^t}"#,
      #"""
                     v_dW
      v_hat_dW = -------------
                  1 - beta1^t
      """#
    ),
    (
      #"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t"#,
      #"""
                                       eta
      theta_(t+1) = theta_t - --------------------- m_hat_t
                               sqrt(v_hat_t) + eps
      """#
    ),
    (
      #"v_t = (1-\beta)\sum_{i=0}^{t-1} \beta^i \theta_{t-i}"#,
      #"""
                       t-1
      v_t = (1 - beta) sum beta^i theta_(t-i)
                       i=0
      """#
    ),
    (
      #"\frac{1}{1-\beta} \approx 10"#,
      #"""
          1
      ---------- ~= 10
       1 - beta
      """#
    ),
    (
      #"\nabla_\theta J(\theta) = \frac{1}{m}\sum_{i=1}^{m} \nabla_\theta \mathcal{L}(\hat{y}^{(i)}, y^{(i)})"#,
      #"""
                             1   m
      grad_theta J(theta) = --- sum grad_theta L(y_hat^(i), y^(i))
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
      [ 1  0  ]
      [ 0  10 ]
      """#
    ),
    (
      #"\left( \frac{a}{b} \right)^2"#,
      #"""
           2
      / a \
      |---|
      \ b /
      """#
    ),
    (
      #"\text{if } t > 0 \text{ then } \operatorname*{argmin}_\theta f"#,
      #"""
      if t > 0 then argmin f
                    theta
      """#
    ),
    (
      #"\underbrace{\beta^{t}}_{\text{bias}}"#,
      #"""
      beta^t
      \_.__/
       bias
      """#
    ),
    (
      #"\frac{1}{\sqrt{1 - \frac{v^2}{c^2}}}"#,
      #"""
              1
      -----------------
           /     v^2 \
       sqrt|1 - -----|
           \     c^2 /
      """#
    ),
    (
      #"\sqrt{\frac{a}{b}} + 1"#,
      #"""
          / a \
      sqrt|---| + 1
          \ b /
      """#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"""
      f(x) = / x  x > 0
             \ 0  otherwise
      """#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 1 & x = 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"""
             / x  x > 0
      f(x) = < 1  x = 0
             \ 0  otherwise
      """#
    ),
    (
      #"\begin{aligned} v_t &= \beta v_{t-1} + (1 - \beta)\,\theta_t \\ \hat{v}_t &= \frac{v_t}{1 - \beta^t} \end{aligned}"#,
      #"""
          v_t = beta v_(t-1) + (1 - beta) theta_t

                    v_t
      v_hat_t = ------------
                 1 - beta^t
      """#
    ),
    (
      #"\alpha \frac{\hat v}{\sqrt{\hat s} + \varepsilon}"#,
      #"""
                   v_hat
      alpha -------------------
             sqrt(s_hat) + eps
      """#
    ),
    (
      #"\frac{\partial L}{\partial w} = -2x(y - \hat y)"#,
      #"""
       dL
      ---- = -2x(y - y_hat)
       dw
      """#
    ),
    (
      #"\frac{\frac{a}{b}}{c} = \frac{a}{\frac{b}{c}}"#,
      #"""
        a
       ---
        b       a
      ----- = -----
        c       b
               ---
                c
      """#
    ),
    (
      #"-\frac{a}{b}"#,
      #"""
         a
      - ---
         b
      """#
    ),
    (
      #"J = \frac{1}{m} \sum_{i=1}^m \left( y_i - \hat{y}_i \right)^2"#,
      #"""
           1   m
      J = --- sum (y_i - y_hat_i)^2
           m  i=1
      """#
    ),
    (
      #"\left\lVert \frac{a}{b} \right\rVert_2^2 \left\{ \frac ab \right\} \left[ \frac ab \right]"#,
      #"""
             2
      || a || / a \[ a ]
      ||---|| <--->[---]
      || b ||2\ b /[ b ]
      """#
    ),
    (
      #"\underbrace{a + b + c + d}_{n}"#,
      #"""
      a + b + c + d
      \_____._____/
            n
      """#
    ),
    (
      #"\begin{pmatrix} \frac{1}{2} & 0 \\ 0 & -\beta \end{pmatrix} x"#,
      #"""
      /  1         \
      | ---    0   |
      |  2         | x
      |            |
      \  0   -beta /
      """#
    ),
  ]

  @Test(arguments: table)
  func `formulas stand in two dimensions without Unicode`(tex: String, box: String) throws {
    let rows = try TeX.parse(tex).box(symbols: .ascii)
    #expect(rows.joined(separator: "\n") == box)
  }
}
