import Arithmetic
import Formulas

/// What a rule sheet means, by walking its trees: settings, `t` and what is made of these alone in
/// double precision, rounded once where it meets what there is one of for each parameter.
struct SheetMeaning<Scalar: Real> {
  enum Value {
    case constant(Double)
    case number(Scalar)

    var number: Scalar {
      switch self {
      case .constant(let value): Scalar(value)
      case .number(let value): value
      }
    }

    var constant: Double {
      switch self {
      case .constant(let value): value
      case .number(let value): Double(value)
      }
    }
  }

  let sheet: RuleSheet
  var w: [Scalar]
  /// What each slot holds, in the sheet's order; one value where all parameters share it.
  var slots: [[Value]]

  init(_ sheet: RuleSheet, _ w: [Scalar]) {
    self.sheet = sheet
    self.w = w
    slots = sheet.slots.map {
      $0.isScalar
        ? [.constant($0.initial)] : w.map { _ in .number(Scalar(0)) }
    }
    for (index, slot) in sheet.slots.enumerated() where !slot.isScalar {
      slots[index] = w.map { _ in .number(Scalar(slot.initial)) }
    }
  }

  mutating func step(_ g: [Scalar], t: Int) {
    var given: [String: Value] = ["t": .constant(Double(t))]
    for setting in sheet.settings {
      given[setting.name] = .constant(setting.standard.constantValue ?? .nan)
    }
    var all = w.indices.map { index in
      var values = given
      values["w"] = .number(w[index])
      values["g"] = .number(g[index])
      for (k, slot) in sheet.slots.enumerated() {
        values[slot.name] = slots[k][slot.isScalar ? 0 : index]
      }
      return values
    }
    for line in sheet.equations {
      guard let total = line.total else {
        for index in all.indices { all[index][line.target] = Self.value(line.value, all[index]) }
        continue
      }
      // All parameters are one layer here.
      var sum = OrderedTotal(total.kind)
      sum.add(all.map { Self.value(total.term, $0).number }, all.count)
      for index in all.indices { all[index][line.target] = .constant(sum.value) }
    }
    for index in w.indices {
      w[index] = all[index]["w"]?.number ?? .nan
      for (k, slot) in sheet.slots.enumerated() {
        slots[k][slot.isScalar ? 0 : index] = all[index][slot.name] ?? .constant(.nan)
      }
    }
  }

  private static func value(_ tree: Expression, _ values: [String: Value]) -> Value {
    func both(
      _ a: Expression,
      _ b: Expression,
      _ constants: (Double, Double) -> Double,
      _ numbers: (Scalar, Scalar) -> Scalar
    ) -> Value {
      let (x, y) = (value(a, values), value(b, values))
      if case .constant(let x) = x, case .constant(let y) = y { return .constant(constants(x, y)) }
      return .number(numbers(x.number, y.number))
    }
    switch tree {
    case .number(let value, _): return .constant(value)
    case .name(let name, _): return values[name] ?? .constant(.nan)
    case .binary(.add, let a, let b, _): return both(a, b, +, +)
    case .binary(.subtract, let a, let b, _): return both(a, b, -, -)
    case .binary(.multiply, let a, let b, _): return both(a, b, *, *)
    case .binary(.divide, let a, let b, _): return both(a, b, /, /)
    case .negate(let a):
      switch value(a, values) {
      case .constant(let x): return .constant(-x)
      case .number(let x): return .number(-x)
      }
    case .binary(.greater, let a, let b, _):
      return both(a, b, { $0 > $1 ? 1 : 0 }, { $0 > $1 ? 1 : 0 })
    case .binary(.less, let a, let b, _):
      return both(a, b, { $0 < $1 ? 1 : 0 }, { $0 < $1 ? 1 : 0 })
    case .binary(.greaterOrEqual, let a, let b, _):
      return .constant(value(a, values).constant >= value(b, values).constant ? 1 : 0)
    case .binary(.power, let a, .number(2, _), _): return both(a, a, *, *)
    case .binary(.power, let a, let b, _):
      return .constant(Elementary.pow(value(a, values).constant, value(b, values).constant))
    case .call(let name, let arguments, _):
      return call(name, arguments.map { value($0.value, values) })
    default: return .constant(.nan)
    }
  }

  private static func call(_ name: String, _ values: [Value]) -> Value {
    switch (name, values[0]) {
    case ("sqrt", .constant(let x)): .constant(Double.root(x))
    case ("sqrt", .number(let x)): .number(Scalar.root(x))
    case ("abs", _): .number(abs(values[0].number))
    case ("sign", .number(let x)): .number(x > 0 ? 1 : x < 0 ? -1 : x)
    case ("max", .constant(let x)):
      .constant(x > values[1].constant || x.isNaN ? x : values[1].constant)
    case ("min", .constant(let x)):
      .constant(x < values[1].constant || x.isNaN ? x : values[1].constant)
    case ("max", .number(let x)):
      .number(x > values[1].number || x != x ? x : values[1].number)
    case ("min", .number(let x)):
      .number(x < values[1].number || x != x ? x : values[1].number)
    case ("where", .constant(let condition)): condition != 0 ? values[1] : values[2]
    case ("where", .number(let condition)):
      .number(condition != 0 ? values[1].number : values[2].number)
    default: .constant(.nan)
    }
  }
}
