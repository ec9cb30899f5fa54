import Arithmetic

extension Expression {
  /// The expression in the notebook's own language, with brackets only where they are needed;
  /// reading it back gives the same tree.
  package var text: String { text(minimum: 0) }

  /// The expression with numbers in place of names: what `explain` shows below the equation.
  package func text(substituting value: (String) -> String?) -> String {
    substituting { name in value(name).map { .name($0, Place()) } }.text
  }

  private var precedence: Int {
    switch self {
    case .binary(let op, _, _, _): op.precedence
    case .not: 3
    case .negate: 7
    case .number(let value, _): value < 0 ? 7 : 10
    case .name(let name, _): name.utf8.first == 0x2D ? 7 : 10
    default: 10
    }
  }

  private func text(minimum: Int) -> String {
    let inner = bare
    return precedence < minimum ? "(\(inner))" : inner
  }

  private var bare: String {
    switch self {
    case .number(let value, _): return NumberText.shortest(value)
    case .boolean(let value): return value ? "true" : "false"
    case .text(let text): return Self.quoted(text)
    case .name(let name, _): return name
    case .negate(let a): return "-" + a.text(minimum: 8)
    case .not(let a, _): return "not " + a.text(minimum: 4)
    case .binary(let op, let a, let b, _):
      switch op {
      case .power: return a.text(minimum: 9) + "^" + b.text(minimum: 8)
      case .multiply, .divide:
        return a.text(minimum: 6) + op.rawValue + b.text(minimum: 7)
      case .add, .subtract:
        return "\(a.text(minimum: 5)) \(op.rawValue) \(b.text(minimum: 6))"
      default:
        // Comparisons do not chain, so a comparison on the left needs brackets too.
        let left = a.text(minimum: op.isComparison ? op.precedence + 1 : op.precedence)
        return "\(left) \(op.rawValue) \(b.text(minimum: op.precedence + 1))"
      }
    case .call(let name, let arguments, _):
      let parts = arguments.map { ($0.label.map { "\($0)=" } ?? "") + $0.value.text }
      return "\(name)(\(parts.joined(separator: ", ")))"
    case .list(let items, _): return "[\(items.map { $0.text }.joined(separator: ", "))]"
    case .index(let series, let index, _): return "\(series.text(minimum: 10))[\(index.text)]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
