import Testing
import Typesetting

@Suite struct MathMLTests {
  static let table: [(tex: String, markup: String)] = [
    (
      #"W := W - \alpha \frac{\hat{v}_{dW}}{\sqrt{\hat{s}_{dW}} + \varepsilon}"#,
      #"""
      <mi>W</mi><mo>:=</mo><mi>W</mi><mo>−</mo><mi>α</mi><mspace width="0.1667em"/><mfrac>\#
      <msub><mover accent="true"><mi>v</mi><mo stretchy="false">^</mo></mover><mrow><mi>d\#
      </mi><mi>W</mi></mrow></msub><mrow><msqrt><msub><mover accent="true"><mi>s</mi>\#
      <mo stretchy="false">^</mo></mover><mrow><mi>d</mi><mi>W</mi></mrow></msub></msqrt>\#
      <mo>+</mo><mi>ε</mi></mrow></mfrac>
      """#
    ),
    (
      #"v_{dW} = \beta_1 v_{dW} + (1 - \beta_1)\, dW"#,
      #"""
      <msub><mi>v</mi><mrow><mi>d</mi><mi>W</mi></mrow></msub><mo>=</mo><msub><mi>β</mi>\#
      <mn>1</mn></msub><msub><mi>v</mi><mrow><mi>d</mi><mi>W</mi></mrow></msub><mo>+</mo>\#
      <mrow><mo stretchy="false">(</mo><mn>1</mn><mo>−</mo><msub><mi>β</mi><mn>1</mn>\#
      </msub><mo stretchy="false">)</mo></mrow><mspace width="0.1667em"/><mi>d</mi><mi>W\#
      </mi>
      """#
    ),
    (
      #"s_{dW} = \beta_2 s_{dW} + (1 - \beta_2)\, dW^{2}"#,
      #"""
      <msub><mi>s</mi><mrow><mi>d</mi><mi>W</mi></mrow></msub><mo>=</mo><msub><mi>β</mi>\#
      <mn>2</mn></msub><msub><mi>s</mi><mrow><mi>d</mi><mi>W</mi></mrow></msub><mo>+</mo>\#
      <mrow><mo stretchy="false">(</mo><mn>1</mn><mo>−</mo><msub><mi>β</mi><mn>2</mn>\#
      </msub><mo stretchy="false">)</mo></mrow><mspace width="0.1667em"/><mi>d</mi><msup>\#
      <mi>W</mi><mn>2</mn></msup>
      """#
    ),
    (
      #"\hat{v}_{dW} = \frac{v_{dW}}{1 - \beta_1^t}"#,
      #"""
      <msub><mover accent="true"><mi>v</mi><mo stretchy="false">^</mo></mover><mrow><mi>d\#
      </mi><mi>W</mi></mrow></msub><mo>=</mo><mfrac><msub><mi>v</mi><mrow><mi>d</mi><mi>W\#
      </mi></mrow></msub><mrow><mn>1</mn><mo>−</mo><msubsup><mi>β</mi><mn>1</mn><mi>t</mi>\#
      </msubsup></mrow></mfrac>
      """#
    ),
    (
      #"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \hat{m}_t"#,
      #"""
      <msub><mi>θ</mi><mrow><mi>t</mi><mo lspace="0" rspace="0">+</mo><mn>1</mn></mrow>\#
      </msub><mo>=</mo><msub><mi>θ</mi><mi>t</mi></msub><mo>−</mo><mfrac><mi>η</mi><mrow>\#
      <msqrt><msub><mover accent="true"><mi>v</mi><mo stretchy="false">^</mo></mover><mi>t\#
      </mi></msub></msqrt><mo>+</mo><mi>ε</mi></mrow></mfrac><mspace width="0.1667em"/>\#
      <msub><mover accent="true"><mi>m</mi><mo stretchy="false">^</mo></mover><mi>t</mi>\#
      </msub>
      """#
    ),
    (
      #"v_t = (1-\beta)\sum_{i=0}^{t-1} \beta^i \theta_{t-i}"#,
      #"""
      <msub><mi>v</mi><mi>t</mi></msub><mo>=</mo><mrow><mo stretchy="false">(</mo><mn>1\#
      </mn><mo>−</mo><mi>β</mi><mo stretchy="false">)</mo></mrow><munderover><mo>∑</mo>\#
      <mrow><mi>i</mi><mo lspace="0" rspace="0">=</mo><mn>0</mn></mrow><mrow><mi>t</mi>\#
      <mo lspace="0" rspace="0">−</mo><mn>1</mn></mrow></munderover><msup><mi>β</mi><mi>i\#
      </mi></msup><msub><mi>θ</mi><mrow><mi>t</mi><mo lspace="0" rspace="0">−</mo><mi>i\#
      </mi></mrow></msub>
      """#
    ),
    (
      #"\frac{1}{1-\beta} \approx 10"#,
      #"""
      <mfrac><mn>1</mn><mrow><mn>1</mn><mo>−</mo><mi>β</mi></mrow></mfrac><mo>≈</mo><mn>10\#
      </mn>
      """#
    ),
    (
      #"\nabla_\theta J(\theta) = \frac{1}{m}\sum_{i=1}^{m} \nabla_\theta \mathcal{L}(\hat{y}^{(i)}, y^{(i)})"#,
      #"""
      <msub><mi mathvariant="normal">∇</mi><mi>θ</mi></msub><mi>J</mi><mrow>\#
      <mo stretchy="false">(</mo><mi>θ</mi><mo stretchy="false">)</mo></mrow><mo>=</mo>\#
      <mfrac><mn>1</mn><mi>m</mi></mfrac><munderover><mo>∑</mo><mrow><mi>i</mi>\#
      <mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow><mi>m</mi></munderover><msub>\#
      <mi mathvariant="normal">∇</mi><mi>θ</mi></msub><mi>ℒ</mi><mrow>\#
      <mo stretchy="false">(</mo><msup><mover accent="true"><mi>y</mi>\#
      <mo stretchy="false">^</mo></mover><mrow><mo stretchy="false">(</mo><mi>i</mi>\#
      <mo stretchy="false">)</mo></mrow></msup><mo>,</mo><msup><mi>y</mi><mrow>\#
      <mo stretchy="false">(</mo><mi>i</mi><mo stretchy="false">)</mo></mrow></msup>\#
      <mo stretchy="false">)</mo></mrow>
      """#
    ),
    (
      #"\begin{aligned} a &= b + c \\ d &= e \end{aligned}"#,
      #"""
      <mtable displaystyle="true"><mtr><mtd class="right"><mi>a</mi></mtd>\#
      <mtd class="left"><mo>=</mo><mi>b</mi><mo>+</mo><mi>c</mi></mtd></mtr><mtr>\#
      <mtd class="right"><mi>d</mi></mtd><mtd class="left"><mo>=</mo><mi>e</mi></mtd></mtr>\#
      </mtable>
      """#
    ),
    (
      #"\begin{bmatrix} 1 & 0 \\ 0 & 10 \end{bmatrix}"#,
      #"""
      <mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr>\#
      <mtd><mn>0</mn></mtd><mtd><mn>10</mn></mtd></mtr></mtable><mo>]</mo></mrow>
      """#
    ),
    (
      #"\left( \frac{a}{b} \right)^2"#,
      #"""
      <msup><mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow><mn>2</mn>\#
      </msup>
      """#
    ),
    (
      #"\mathbb{E}[g_t^2] \in \mathbb{R}^n, \quad \lVert g \rVert_2"#,
      #"""
      <mi>𝔼</mi><mrow><mo stretchy="false">[</mo><msubsup><mi>g</mi><mi>t</mi><mn>2</mn>\#
      </msubsup><mo stretchy="false">]</mo></mrow><mo>∈</mo><msup><mi>ℝ</mi><mi>n</mi>\#
      </msup><mo>,</mo><mspace width="1em"/><msub><mrow><mo stretchy="false">‖</mo><mi>g\#
      </mi><mo stretchy="false">‖</mo></mrow><mn>2</mn></msub>
      """#
    ),
    (
      #"\text{if } t > 0 \text{ then } \operatorname*{argmin}_\theta f"#,
      #"""
      <mtext>if </mtext><mi>t</mi><mo>&gt;</mo><mn>0</mn><mtext> then </mtext><munder>\#
      <mi>argmin</mi><mi>θ</mi></munder><mo>⁡</mo><mspace width="0.1667em"/><mi>f</mi>
      """#
    ),
    (
      #"\underbrace{\beta^{t}}_{\text{bias}}"#,
      #"""
      <munder><munder><msup><mi>β</mi><mi>t</mi></msup><mo stretchy="true">⏟</mo></munder>\#
      <mtext>bias</mtext></munder>
      """#
    ),
    (
      #"\sqrt[3]{x + y} = \sqrt[3]{2}"#,
      #"""
      <mroot><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow><mn>3</mn></mroot><mo>=</mo><mroot>\#
      <mn>2</mn><mn>3</mn></mroot>
      """#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"""
      <mi>f</mi><mrow><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>\#
      </mrow><mo>=</mo><mrow><mo>{</mo><mtable><mtr><mtd class="left"><mi>x</mi></mtd>\#
      <mtd class="left"><mi>x</mi><mo>&gt;</mo><mn>0</mn></mtd></mtr><mtr>\#
      <mtd class="left"><mn>0</mn></mtd><mtd class="left"><mtext>otherwise</mtext></mtd>\#
      </mtr></mtable></mrow>
      """#
    ),
    (
      #"f(x) = \begin{cases} x & x > 0 \\ 1 & x = 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"""
      <mi>f</mi><mrow><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>\#
      </mrow><mo>=</mo><mrow><mo>{</mo><mtable><mtr><mtd class="left"><mi>x</mi></mtd>\#
      <mtd class="left"><mi>x</mi><mo>&gt;</mo><mn>0</mn></mtd></mtr><mtr>\#
      <mtd class="left"><mn>1</mn></mtd><mtd class="left"><mi>x</mi><mo>=</mo><mn>0</mn>\#
      </mtd></mtr><mtr><mtd class="left"><mn>0</mn></mtd><mtd class="left"><mtext>otherwise\#
      </mtext></mtd></mtr></mtable></mrow>
      """#
    ),
    (
      #"\prod_{j \in S} x_j \int_0^1 f(x)\,dx"#,
      #"""
      <munder><mo>∏</mo><mrow><mi>j</mi><mo lspace="0" rspace="0">∈</mo><mi>S</mi></mrow>\#
      </munder><msub><mi>x</mi><mi>j</mi></msub><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn>\#
      </msubsup><mi>f</mi><mrow><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)\#
      </mo></mrow><mspace width="0.1667em"/><mi>d</mi><mi>x</mi>
      """#
    ),
    (
      #"\overline{ab} \vec{w} \tilde{x} \dot x \ddot x \bar g \hat{\theta}_1 \widehat{xy}"#,
      #"""
      <mover accent="true"><mrow><mi>a</mi><mi>b</mi></mrow><mo>¯</mo></mover>\#
      <mover accent="true"><mi>w</mi><mo stretchy="false">→</mo></mover>\#
      <mover accent="true"><mi>x</mi><mo stretchy="false">~</mo></mover>\#
      <mover accent="true"><mi>x</mi><mo stretchy="false">˙</mo></mover>\#
      <mover accent="true"><mi>x</mi><mo stretchy="false">¨</mo></mover>\#
      <mover accent="true"><mi>g</mi><mo stretchy="false">¯</mo></mover><msub>\#
      <mover accent="true"><mi>θ</mi><mo stretchy="false">^</mo></mover><mn>1</mn></msub>\#
      <mover accent="true"><mrow><mi>x</mi><mi>y</mi></mrow><mo>^</mo></mover>
      """#
    ),
    (
      #"\left\lVert \frac{a}{b} \right\rVert_2^2 \left\{ \frac ab \right\} \left[ \frac ab \right]"#,
      #"""
      <msubsup><mrow><mo>‖</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>‖</mo></mrow><mn>2\#
      </mn><mn>2</mn></msubsup><mrow><mo>{</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>}\#
      </mo></mrow><mrow><mo>[</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>]</mo></mrow>
      """#
    ),
    (
      #"\underset{\theta}{\operatorname{argmin}}\, J \overset{!}{=} 0"#,
      #"""
      <munder><mi>argmin</mi><mi>θ</mi></munder><mspace width="0.1667em"/><mi>J</mi><mover>\#
      <mo>=</mo><mo lspace="0" rspace="0">!</mo></mover><mn>0</mn>
      """#
    ),
    (
      #"\left. \frac{df}{dx} \right|_{x=0}"#,
      #"""
      <msub><mrow><mfrac><mrow><mi>d</mi><mi>f</mi></mrow><mrow><mi>d</mi><mi>x</mi></mrow>\#
      </mfrac><mo>|</mo></mrow><mrow><mi>x</mi><mo lspace="0" rspace="0">=</mo><mn>0</mn>\#
      </mrow></msub>
      """#
    ),
    (
      #"f''(x) + f' \le |x| / 2 \mid y"#,
      #"""
      <msup><mi>f</mi><mo>″</mo></msup><mrow><mo stretchy="false">(</mo><mi>x</mi>\#
      <mo stretchy="false">)</mo></mrow><mo>+</mo><msup><mi>f</mi><mo>′</mo></msup><mo>≤\#
      </mo><mrow><mo stretchy="false">|</mo><mi>x</mi><mo stretchy="false">|</mo></mrow>\#
      <mo lspace="0" rspace="0">/</mo><mn>2</mn><mo>∣</mo><mi>y</mi>
      """#
    ),
    (
      #"\boldsymbol{\theta} \mathbf{W} \mathbf{x} 2x 3\alpha xy \log_2 x \log x \beta \log \beta"#,
      #"""
      <mi>𝜽</mi><mi>𝐖</mi><mi>𝐱</mi><mn>2</mn><mi>x</mi><mn>3</mn><mi>α</mi><mi>x</mi><mi>y\#
      </mi><mspace width="0.1667em"/><msub><mi>log</mi><mn>2</mn></msub><mo>⁡</mo>\#
      <mspace width="0.1667em"/><mi>x</mi><mspace width="0.1667em"/><mi>log</mi><mo>⁡</mo>\#
      <mspace width="0.1667em"/><mi>x</mi><mi>β</mi><mspace width="0.1667em"/><mi>log</mi>\#
      <mo>⁡</mo><mspace width="0.1667em"/><mi>β</mi>
      """#
    ),
    (
      #"(1 - \frac{a}{b})^2 (x+y)z \{1,2\} [0,1)"#,
      #"""
      <msup><mrow><mo>(</mo><mn>1</mn><mo>−</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)\#
      </mo></mrow><mn>2</mn></msup><mrow><mo stretchy="false">(</mo><mi>x</mi><mo>+</mo>\#
      <mi>y</mi><mo stretchy="false">)</mo></mrow><mi>z</mi><mrow><mo stretchy="false">{\#
      </mo><mn>1</mn><mo>,</mo><mn>2</mn><mo stretchy="false">}</mo></mrow><mrow>\#
      <mo stretchy="false">[</mo><mn>0</mn><mo>,</mo><mn>1</mn><mo stretchy="false">)</mo>\#
      </mrow>
      """#
    ),
  ]

  @Test(arguments: table)
  func `a displayed formula in MathML Core`(tex: String, markup: String) throws {
    let math = try TeX.parse(tex).mathML(display: true, alternative: tex)
    let start = "<math display=\"block\" alttext=\"" + Markup.escape(tex) + "\">"
    #expect(math == start + markup + "</math>")
  }
}
