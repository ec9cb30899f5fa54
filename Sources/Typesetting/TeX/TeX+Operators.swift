extension TeX {
  static let binaries: [TeXCommand] = {
    let names: [(String, String)] = [
      ("cdot", "⋅"), ("times", "×"), ("div", "÷"), ("pm", "±"), ("mp", "∓"), ("ast", "∗"),
      ("star", "⋆"), ("circ", "∘"), ("bullet", "∙"), ("odot", "⊙"), ("oslash", "⊘"),
      ("oplus", "⊕"), ("otimes", "⊗"), ("cup", "∪"), ("cap", "∩"), ("wedge", "∧"), ("vee", "∨"),
      ("setminus", "∖"),
    ]
    return names.map {
      TeXCommand($0.0, .binary, .symbol($0.1, .binary), example: "a \\\($0.0) b")
    }
  }()

  static let relations: [TeXCommand] = {
    let names: [(String, String)] = [
      ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"),
      ("lt", "<"), ("gt", ">"),
      ("approx", "≈"), ("equiv", "≡"), ("sim", "∼"), ("simeq", "≃"), ("cong", "≅"),
      ("propto", "∝"), ("ll", "≪"), ("gg", "≫"), ("in", "∈"), ("notin", "∉"), ("ni", "∋"),
      ("subset", "⊂"), ("subseteq", "⊆"), ("supset", "⊃"), ("supseteq", "⊇"), ("mid", "∣"),
      ("parallel", "∥"), ("perp", "⊥"), ("to", "→"), ("rightarrow", "→"), ("leftarrow", "←"),
      ("gets", "←"), ("leftrightarrow", "↔"), ("mapsto", "↦"), ("uparrow", "↑"),
      ("downarrow", "↓"), ("Rightarrow", "⇒"), ("Leftarrow", "⇐"), ("Leftrightarrow", "⇔"),
      ("implies", "⟹"), ("iff", "⟺"),
    ]
    return names.map {
      TeXCommand($0.0, .relations, .symbol($0.1, .relation), example: "a \\\($0.0) b")
    }
  }()

  static let brackets: [TeXCommand] = {
    let names: [(String, String, MathNode.Spacing, String)] = [
      ("{", "{", .opening, "\\{ a \\}"), ("}", "}", .closing, "\\{ a, b \\}"),
      ("lbrace", "{", .opening, "\\lbrace a \\rbrace"),
      ("rbrace", "}", .closing, "\\lbrace a, b \\rbrace"),
      ("lvert", "|", .opening, "\\lvert x \\rvert"), ("rvert", "|", .closing, "\\lvert g \\rvert"),
      ("lVert", "‖", .opening, "\\lVert x \\rVert"), ("rVert", "‖", .closing, "\\lVert g \\rVert"),
      ("vert", "|", .none, "a \\vert b"), ("Vert", "‖", .none, "a \\Vert b"),
      ("|", "‖", .none, "\\|x\\|"),
      ("langle", "⟨", .opening, "\\langle x, y \\rangle"),
      ("rangle", "⟩", .closing, "\\langle a, b \\rangle"),
      ("lceil", "⌈", .opening, "\\lceil x \\rceil"), ("rceil", "⌉", .closing, "\\lceil n \\rceil"),
      ("lfloor", "⌊", .opening, "\\lfloor x \\rfloor"),
      ("rfloor", "⌋", .closing, "\\lfloor n \\rfloor"),
    ]
    let sizes = ["big", "Big", "bigg", "Bigg"].flatMap { [$0, $0 + "l", $0 + "r"] }
    return names.map { TeXCommand($0.0, .brackets, .bracket($0.1, $0.2), example: $0.3) }
      + sizes.map { name in
        let closes = name.utf8.last == UInt8(ascii: "r")
        let example = closes ? "(a\\\(name))" : "\\\(name)(a)"
        return TeXCommand(name, .brackets, .sized, example: example)
      }
  }()

  static let large: [TeXCommand] = {
    let names: [(String, String, String)] = [
      ("sum", "∑", "\\sum_{i=1}^{n} x_i"), ("prod", "∏", "\\prod_{i=1}^{n} x_i"),
      ("int", "∫", "\\int_0^1 f(x)\\,dx"), ("bigcup", "⋃", "\\bigcup_i A_i"),
      ("bigcap", "⋂", "\\bigcap_i A_i"),
    ]
    return names.map { TeXCommand($0.0, .large, .symbol($0.1, .large), example: $0.2) }
  }()

  static let functions: [TeXCommand] = {
    let plain = [
      "log", "ln", "exp", "sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh",
      "tanh", "arg", "dim",
    ]
    let limited = ["max", "min", "sup", "inf", "lim", "det", "Pr"]
    return plain.map {
      TeXCommand($0, .functions, .function(limits: false), example: "\\\($0) x")
    }
      + limited.map {
        TeXCommand($0, .functions, .function(limits: true), example: "\\\($0)_x f(x)")
      }
  }()

  static let structures: [TeXCommand] = [
    TeXCommand("frac", .structures, .fraction, example: "\\frac{v}{1 - \\beta^t}"),
    TeXCommand("tfrac", .structures, .fraction, example: "\\tfrac{1}{2}"),
    TeXCommand("dfrac", .structures, .fraction, example: "\\dfrac{a}{b}"),
    TeXCommand("sqrt", .structures, .root, example: "\\sqrt{s} + \\sqrt[3]{x}"),
    TeXCommand(
      "underbrace",
      .structures,
      .underbrace,
      example: "\\underbrace{1 - \\beta^t}_{\\text{bias}}"
    ),
    TeXCommand("overset", .structures, .stacked(above: true), example: "a \\overset{!}{=} b"),
    TeXCommand(
      "underset",
      .structures,
      .stacked(above: false),
      example: "\\underset{x}{\\operatorname{argmin}}"
    ),
    TeXCommand("left", .structures, .left, example: "\\left( \\frac{a}{b} \\right)"),
    TeXCommand("right", .structures, .right, example: "\\left. \\frac{a}{b} \\right|_{x=0}"),
    TeXCommand(
      "begin",
      .structures,
      .begin,
      example: "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}"
    ),
    TeXCommand("end", .structures, .end, example: "\\begin{bmatrix} 1 & 0 \\end{bmatrix}"),
    TeXCommand(
      "\\",
      .structures,
      .lineBreak,
      example: "\\begin{cases} x & x > 0 \\\\ 0 & \\text{else} \\end{cases}"
    ),
  ]
}
