/// The canonical spelling of names: Greek letters and their names are the same name.
package enum NameSpelling {
  package static let greek: [(letter: Unicode.Scalar, name: String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "eps"), ("ϵ", "eps"),
    ("ζ", "zeta"), ("η", "eta"), ("θ", "theta"), ("ϑ", "theta"), ("κ", "kappa"), ("λ", "lambda"),
    ("μ", "mu"), ("µ", "mu"), ("ν", "nu"), ("ξ", "xi"), ("π", "pi"), ("ρ", "rho"), ("σ", "sigma"),
    ("τ", "tau"), ("φ", "phi"), ("ϕ", "phi"), ("χ", "chi"), ("ψ", "psi"), ("ω", "omega"),
    ("Γ", "Gamma"), ("Δ", "Delta"), ("Θ", "Theta"), ("Λ", "Lambda"), ("Ξ", "Xi"), ("Π", "Pi"),
    ("Σ", "Sigma"), ("Φ", "Phi"), ("Ψ", "Psi"), ("Ω", "Omega"),
  ]

  /// `epsilon` is `eps`, `lr` and `learning_rate` are `alpha`; every other name is itself.
  package static func canonical(_ name: String) -> String {
    switch name {
    case "epsilon": "eps"
    default: name
    }
  }

  static func greekName(_ scalar: Unicode.Scalar) -> String? {
    for entry in greek where entry.letter == scalar { return entry.name }
    return nil
  }

  /// The letter below a circumflex that is one character with it: `ŝ` is `s_hat`, as `v̂` is `v_hat`.
  static func letterBelowHat(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    for (hat, letter) in zip(hats, lettersBelowHats) where hat == scalar { return letter }
    return nil
  }

  private static let hats = Array("âĉêĝĥîĵôŝûŵŷÂĈÊĜĤÎĴÔŜÛŴŶ".unicodeScalars)
  private static let lettersBelowHats = Array("aceghijosuwyACEGHIJOSUWY".unicodeScalars)

  /// Letters a name may have beside ASCII: Latin with accents, Greek, Cyrillic, Armenian, Hebrew,
  /// Arabic, the scripts of India and of South-East Asia, Georgian, Hangul, kana, Han.
  static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xD7, 0xF7, 0x37E, 0x387, 0x482...0x489: false
    case 0xB5, 0xC0...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x531...0x556, 0x561...0x587: true
    case 0x5D0...0x5EA, 0x620...0x64A, 0x66E...0x6D3, 0x904...0x963, 0x971...0xDFF: true
    case 0xE01...0xE3A, 0xE40...0xE4E, 0x10A0...0x10FF, 0x1100...0x11FF, 0x1E00...0x1FFF: true
    case 0x3005, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xAC00...0xD7A3, 0x20000...0x2FA1F: true
    default: false
    }
  }

  /// `₀`-`₉` as a digit.
  static func subscriptDigit(_ scalar: Unicode.Scalar) -> Int? {
    (0x2080...0x2089).contains(scalar.value) ? Int(scalar.value - 0x2080) : nil
  }

  /// `⁰`-`⁹` as a digit.
  static func superscriptDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2070: 0
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2074...0x2079: Int(scalar.value - 0x2070)
    default: nil
    }
  }
}
