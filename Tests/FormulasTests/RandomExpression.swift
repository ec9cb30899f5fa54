import Arithmetic
import Formulas

/// Random trees such as the parser makes, for properties.
struct RandomExpression {
  var dice: SeededGenerator
  var names = ["x", "y", "beta1", "v.x"]
  var functions = ElementaryFunction.allCases

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  /// A formula of numbers only.
  mutating func numeric(depth: Int) -> Expression {
    if depth == 0 || dice.below(6) == 0 { return leaf() }
    switch dice.below(10) {
    case 0: return .negate(numeric(depth: depth - 1))
    case 1...5:
      let operators: [Expression.Operator] = [.add, .subtract, .multiply, .divide, .power]
      return binary(operators[dice.below(5)], depth)
    case 6, 7:
      let function = functions[dice.below(functions.count)].rawValue
      return .apply(function, numeric(depth: depth - 1))
    case 8:
      let name = dice.below(2) == 0 ? "max" : "min"
      return .apply(name, numeric(depth: depth - 1), numeric(depth: depth - 1))
    default:
      let condition = logical(depth: depth - 1)
      return .apply("where", condition, numeric(depth: depth - 1), numeric(depth: depth - 1))
    }
  }

  mutating func logical(depth: Int) -> Expression {
    let comparisons: [Expression.Operator] = [
      .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
    ]
    if depth > 0 {
      switch dice.below(5) {
      case 0: return .not(logical(depth: depth - 1), Place())
      case 1:
        let left = logical(depth: depth - 1)
        return .binary(.and, left, logical(depth: depth - 1), Place())
      case 2:
        let left = logical(depth: depth - 1)
        return .binary(.or, left, logical(depth: depth - 1), Place())
      default: break
      }
    }
    return binary(comparisons[dice.below(6)], max(depth, 1))
  }

  /// Any tree of the language: text, series, indexes, labels.
  mutating func any(depth: Int) -> Expression {
    if depth == 0 { return leaf() }
    switch dice.below(8) {
    case 0: return .text(["", "a \"b\" \\ c", "é;#", "\\"][dice.below(4)])
    case 1: return .boolean(dice.below(2) == 0)
    case 2: return .list((0..<dice.below(4)).map { _ in any(depth: depth - 1) }, Place())
    case 3:
      let series = any(depth: depth - 1)
      return .index(series, any(depth: depth - 1), Place())
    case 4:
      let first = Expression.Argument(any(depth: depth - 1))
      return .call("ewa", [first, .init(any(depth: depth - 1), label: "beta")], Place())
    case 5: return logical(depth: depth)
    case 6:
      let all: [Expression.Operator] = [.add, .multiply, .power, .less, .about, .and, .or, .divide]
      let left = any(depth: depth - 1)
      return .binary(all[dice.below(8)], left, any(depth: depth - 1), Place())
    default: return numeric(depth: depth)
    }
  }

  private mutating func binary(_ op: Expression.Operator, _ depth: Int) -> Expression {
    let left = numeric(depth: depth - 1)
    return .binary(op, left, numeric(depth: depth - 1), Place())
  }

  private mutating func leaf() -> Expression {
    switch dice.below(4) {
    case 0: .number(Double(dice.below(6)), unit: 1)
    case 1: .number(dice.uniform() * 4, unit: 0)
    case 2: .number([1e-8, 0.999, 1e300, 0.1][dice.below(4)], unit: 0)
    default: .name(names[dice.below(names.count)], Place())
    }
  }
}

extension Expression {
  /// The tree without the precision its numbers were written in.
  var withoutUnits: Expression {
    if case .number(let value, _) = self { return .constant(value) }
    return mapChildren { $0.withoutUnits }
  }
}
