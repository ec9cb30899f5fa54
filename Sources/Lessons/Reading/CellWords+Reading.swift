import Formulas
extension CellWords {
  static let plain = [
    "setup", "hidden", "folded", "skip", "nocheck", "fails", "slow", "static", "exact",
  ]
  static let valued = ["session", "tol", "timeout", "exercise", "solution", "check", "vary"]

  /// Takes one word in; what is wrong with it, if anything.
  mutating func read(_ word: String) -> (message: String, hint: String)? {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if parts.count == 2 { return read(name, value: String(parts[1])) }
    switch name {
    case "setup": isSetup = true
    case "hidden": isHidden = true
    case "folded": isFolded = true
    case "skip": isSkipped = true
    case "nocheck": isUnchecked = true
    case "fails": fails = true
    case "slow": isSlow = true
    case "static": isStatic = true
    case "exact": isExact = true
    default:
      if Self.valued.contains(name) {
        return ("'\(name)' wants a value", Self.examples[name] ?? "write \(name)=...")
      }
      return unknown(name)
    }
    return nil
  }

  /// Two words that cannot both hold.
  var clash: String? {
    let shown = [(isSetup, "setup"), (isHidden, "hidden"), (isFolded, "folded")].filter(\.0)
    if shown.count > 1 { return "'\(shown[0].1)' and '\(shown[1].1)' do not go together" }
    if isSkipped && (isSetup || isHidden || fails) {
      return "'skip' does not go with a word about running"
    }
    if isExact && tolerance != nil { return "'exact' and 'tol' do not go together" }
    return nil
  }
}

extension CellWords {
  private static let examples = [
    "session": "write session=name", "tol": "write tol=1e-6", "timeout": "write timeout=5",
    "exercise": "write exercise=name", "solution": "write solution=name",
    "check": "write check=name", "vary": "write vary=beta:0:0.99",
  ]

  private func unknown(_ name: String) -> (message: String, hint: String) {
    let words = Self.plain + Self.valued
    return (
      "unknown word '\(name)' after 'descent'", Suggestion.hintOrList(for: name, among: words)
    )
  }

  private mutating func read(_ name: String, value: String) -> (message: String, hint: String)? {
    let hint = Self.examples[name] ?? ""
    switch name {
    case "session", "exercise", "solution", "check":
      guard Self.isName(value) else {
        return ("'\(value)' is no name for '\(name)'", "use letters, digits and hyphens")
      }
      if name == "session" {
        session = value
      } else if role != .example {
        return ("a cell is one of starter, solution and check", "write one word of the three")
      } else if name == "exercise" {
        role = .starter(exercise: value)
      } else {
        role = name == "solution" ? .solution(exercise: value) : .check(exercise: value)
      }
    case "tol":
      guard let number = Double(value), number > 0, number.isFinite else {
        return ("'tol' wants a number above 0, not '\(value)'", hint)
      }
      tolerance = number
    case "timeout":
      guard let number = Double(value), number > 0, number <= 3600 else {
        return ("'timeout' wants seconds, not '\(value)'", hint)
      }
      timeout = number
    case "vary":
      guard let slider = Self.slider(value) else {
        return ("'vary' wants name:lowest:highest, not '\(value)'", hint)
      }
      sliders.append(slider)
    default:
      if Self.plain.contains(name) { return ("'\(name)' takes no value", "write \(name)") }
      return unknown(name)
    }
    return nil
  }

  private static func slider(_ value: String) -> Slider? {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, isName(String(parts[0])), let lowest = Double(parts[1]),
      let highest = Double(parts[2]), lowest.isFinite, highest.isFinite, lowest < highest
    else { return nil }
    return Slider(name: String(parts[0]), lowest: lowest, highest: highest)
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }
}
