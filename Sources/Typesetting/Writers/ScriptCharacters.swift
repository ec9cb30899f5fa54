/// Unicode's raised and lowered characters, as far as they go.
enum ScriptCharacters {
  /// The text in subscript characters, or nothing where one of them is missing.
  static func lowered(_ text: String) -> String? { mapped(text, low) }

  static func raised(_ text: String) -> String? { mapped(text, high) }

  private static func mapped(
    _ text: String,
    _ map: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let changed = map(scalar) else { return nil }
      result.append(changed)
    }
    return String(result)
  }

  private static func low(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let digit = digit(scalar) { return Unicode.Scalar(0x2080 + digit) }
    return find(scalar, in: lowFrom, lowTo)
  }

  private static func high(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "1": return "¹"
    case "2": return "²"
    case "3": return "³"
    default:
      if let digit = digit(scalar) { return Unicode.Scalar(0x2070 + digit) }
      return find(scalar, in: highFrom, highTo)
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    scalar >= "0" && scalar <= "9" ? scalar.value - 0x30 : nil
  }

  private static func find(
    _ scalar: Unicode.Scalar,
    in from: [Unicode.Scalar],
    _ to: [Unicode.Scalar]
  ) -> Unicode.Scalar? {
    guard let index = from.firstIndex(of: scalar) else { return nil }
    return to[index]
  }

  private static let lowFrom = Array("+−=()aehijklmnoprstuvxβγρϕφχ".unicodeScalars)
  private static let lowTo = Array("₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ".unicodeScalars)
  private static let highFrom = Array(
    "+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ⊤∗′∘".unicodeScalars
  )
  private static let highTo = Array(
    "⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵀ*′°".unicodeScalars
  )
}
