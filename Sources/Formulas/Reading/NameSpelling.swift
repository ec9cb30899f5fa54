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

  /// Letters a name may have beside ASCII and Greek: Latin with accents, Cyrillic.
  static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xD7, 0xF7: false
    case 0xB5, 0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF: true
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
