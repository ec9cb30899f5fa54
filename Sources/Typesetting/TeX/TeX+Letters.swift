extension TeX {
  static let greek: [TeXCommand] = {
    let names: [(String, String)] = [
      ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"),
      ("varepsilon", "ε"), ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"),
      ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
      ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"),
      ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"),
      ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
      ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
    ]
    return names.map { TeXCommand($0.0, .greek, .letter($0.1)) }
  }()

  static let letters: [TeXCommand] = {
    let names: [(String, String, String?)] = [
      ("nabla", "∇", "\\nabla J"), ("partial", "∂", "\\frac{\\partial L}{\\partial w}"),
      ("infty", "∞", "t \\to \\infty"), ("ell", "ℓ", nil), ("emptyset", "∅", nil),
      ("forall", "∀", "\\forall t"), ("exists", "∃", "\\exists t"), ("top", "⊤", "x^\\top y"),
      ("bot", "⊥", nil), ("Re", "ℜ", nil), ("Im", "ℑ", nil),
      ("ldots", "…", "x_1, \\ldots, x_n"), ("dots", "…", "1, 2, \\dots"),
      ("cdots", "⋯", "g_1 + \\cdots + g_t"), ("vdots", "⋮", nil), ("ddots", "⋱", nil),
    ]
    return names.map { TeXCommand($0.0, .letters, .letter($0.1), example: $0.2) }
  }()

  static let accents: [TeXCommand] = {
    let names: [(String, MathNode.Accent, String)] = [
      ("hat", .hat, "\\hat{v}"), ("widehat", .hat, "\\widehat{xy}"),
      ("tilde", .tilde, "\\tilde{x}"), ("widetilde", .tilde, "\\widetilde{xy}"),
      ("bar", .bar, "\\bar{g}"), ("overline", .bar, "\\overline{ab}"),
      ("vec", .arrow, "\\vec{w}"), ("dot", .dot, "\\dot{x}"), ("ddot", .twoDots, "\\ddot{x}"),
    ]
    return names.map { TeXCommand($0.0, .accents, .accent($0.1), example: $0.2) }
  }()

  static let alphabets: [TeXCommand] = [
    TeXCommand("mathbb", .alphabets, .alphabet(.blackboard), example: "x \\in \\mathbb{R}^n"),
    TeXCommand("mathcal", .alphabets, .alphabet(.script), example: "\\mathcal{L}(\\theta)"),
    TeXCommand("mathbf", .alphabets, .alphabet(.bold), example: "\\mathbf{W} \\mathbf{x}"),
    TeXCommand("boldsymbol", .alphabets, .alphabet(.boldItalic), example: "\\boldsymbol{\\theta}"),
  ]

  static let words: [TeXCommand] = [
    TeXCommand("text", .words, .text, example: "x \\text{ if } t > 0"),
    TeXCommand("mathrm", .words, .roman, example: "x_{\\mathrm{max}}"),
    TeXCommand("operatorname", .words, .operatorName, example: "\\operatorname{sign}(g)"),
  ]

  static let spaces: [TeXCommand] = [
    TeXCommand(",", .spaces, .space(1), example: "a\\,b"),
    TeXCommand(":", .spaces, .space(2), example: "a\\:b"),
    TeXCommand(";", .spaces, .space(2), example: "a\\;b"),
    TeXCommand(" ", .spaces, .space(2), example: "a\\ b"),
    TeXCommand("!", .spaces, .space(-1), example: "a\\!b"),
    TeXCommand("quad", .spaces, .space(6), example: "a = 1, \\quad b = 2"),
    TeXCommand("qquad", .spaces, .space(12), example: "a = 1, \\qquad b = 2"),
  ]

  static let characters: [TeXCommand] = [
    TeXCommand("%", .characters, .symbol("%", .none), example: "50\\%"),
    TeXCommand("&", .characters, .symbol("&", .none), example: "a \\& b"),
    TeXCommand("#", .characters, .symbol("#", .none), example: "\\# 1"),
    TeXCommand("$", .characters, .symbol("$", .none), example: "5\\$"),
    TeXCommand("_", .characters, .symbol("_", .none), example: "a\\_b"),
  ]
}
