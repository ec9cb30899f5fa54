package import Arithmetic

/// A function of one number that also works element by element.
package enum ElementaryFunction: String, CaseIterable, Sendable {
  case abs, sign, sqrt, exp, log, log2, log10, sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, sigmoid, softplus, log1p, expm1, erf, floor, ceil, round

  package func callAsFunction<Scalar: Real>(_ x: Scalar) -> Scalar {
    switch self {
    case .abs: Swift.abs(x)
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x
    case .sqrt: Scalar.root(x)
    case .exp: Scalar.exp(x)
    case .log: Scalar.log(x)
    case .tanh: Scalar.tanh(x)
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .round: x.rounded()
    default: Scalar(inDouble(Double(x)))
    }
  }

  private func inDouble(_ x: Double) -> Double {
    switch self {
    case .log2: Elementary.log2(x)
    case .log10: Elementary.log10(x)
    case .sin: Elementary.sin(x)
    case .cos: Elementary.cos(x)
    case .tan: Elementary.tan(x)
    case .asin: Elementary.asin(x)
    case .acos: Elementary.acos(x)
    case .atan: Elementary.atan(x)
    case .sinh: Elementary.sinh(x)
    case .cosh: Elementary.cosh(x)
    case .sigmoid: Elementary.sigmoid(x)
    case .softplus: Elementary.softplus(x)
    case .log1p: Elementary.log1p(x)
    case .expm1: Elementary.expm1(x)
    case .erf: Elementary.erf(x)
    default: x
    }
  }
}

/// A function of two numbers that also works element by element.
package enum PairFunction: String, CaseIterable, Sendable {
  case max, min, atan2, hypot, mod

  package func callAsFunction<Scalar: Real>(_ x: Scalar, _ y: Scalar) -> Scalar {
    switch self {
    case .max: Evaluator.larger(x, y)
    case .min: Evaluator.smaller(x, y)
    case .atan2: Scalar(Elementary.atan2(x.widened, y.widened))
    case .hypot: Scalar(Elementary.hypot(x.widened, y.widened))
    case .mod: Scalar(Elementary.modulo(x.widened, y.widened))
    }
  }
}

/// What the language knows of a function: one line each; help, completion and the reference page
/// read this table.
package struct FunctionEntry: Sendable {
  package var name: String
  package var usage: String
  package var summary: String
  package var example: String

  init(_ name: String, _ usage: String, _ summary: String, _ example: String) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.example = example
  }
}

package enum FunctionCatalog {
  package static let entries: [FunctionEntry] = [
    .init("abs", "abs(a)", "absolute value", "abs(-3)"),
    .init("sign", "sign(a)", "-1, 0 or 1", "sign(-3)"),
    .init("sqrt", "sqrt(a)", "square root", "sqrt(16)"),
    .init("exp", "exp(a)", "exponential", "exp(1)"),
    .init("log", "log(a)", "natural logarithm", "log(10)"),
    .init("log2", "log2(a)", "logarithm to base 2", "log2(8)"),
    .init("log10", "log10(a)", "logarithm to base 10", "log10(1000)"),
    .init("sin", "sin(a)", "sine, of radians", "sin(pi/2)"),
    .init("cos", "cos(a)", "cosine, of radians", "cos(0)"),
    .init("tan", "tan(a)", "tangent, of radians", "tan(1)"),
    .init("asin", "asin(a)", "inverse sine", "asin(1)"),
    .init("acos", "acos(a)", "inverse cosine", "acos(1)"),
    .init("atan", "atan(a)", "inverse tangent", "atan(1)"),
    .init("sinh", "sinh(a)", "hyperbolic sine", "sinh(1)"),
    .init("cosh", "cosh(a)", "hyperbolic cosine", "cosh(1)"),
    .init("tanh", "tanh(a)", "hyperbolic tangent", "tanh(1)"),
    .init("sigmoid", "sigmoid(a)", "1 / (1 + exp(-a))", "sigmoid(0)"),
    .init("softplus", "softplus(a)", "log(1 + exp(a))", "softplus(0)"),
    .init("log1p", "log1p(a)", "log(1 + a), exact near 0", "log1p(1e-10)"),
    .init("expm1", "expm1(a)", "exp(a) - 1, exact near 0", "expm1(1e-10)"),
    .init("erf", "erf(a)", "error function", "erf(1)"),
    .init("atan2", "atan2(y, x)", "angle of the point (x, y), from -pi to pi", "atan2(1, -1)"),
    .init("hypot", "hypot(a, b)", "sqrt(a^2 + b^2)", "hypot(3, 4)"),
    .init("mod", "mod(a, b)", "what is left of a behind whole multiples of b", "mod(-1, 3)"),
    .init("floor", "floor(a)", "whole number at or below", "floor(2.7)"),
    .init("ceil", "ceil(a)", "whole number at or above", "ceil(2.1)"),
    .init("round", "round(a)", "nearest whole number, halves away from 0", "round(2.5)"),
    .init("max", "max(a, b)", "the larger; of one series, its largest", "max(2, 5)"),
    .init("min", "min(a, b)", "the smaller; of one series, its smallest", "min([3, 1, 2])"),
    .init(
      "where",
      "where(condition, a, b)",
      "a where the condition holds, else b",
      "where(2 > 1, 10, 20)"
    ),
    .init("sum", "sum(series)", "sum, from the first to the last", "sum([1, 2, 3])"),
    .init("mean", "mean(series)", "arithmetic mean", "mean([1, 2, 6])"),
    .init("norm", "norm(series)", "root of the sum of squares", "norm([3, 4])"),
    .init(
      "logsumexp",
      "logsumexp(series)",
      "log(sum(exp(series))), also where exp is beyond the range of numbers",
      "logsumexp([1000, 1000])"
    ),
    .init("length", "length(series)", "how many elements", "length([1, 2, 3])"),
    .init("first", "first(series, n)", "the first element, or the first n", "first([4, 5, 6], 2)"),
    .init("last", "last(series, n)", "the last element, or the last n", "last([4, 5, 6])"),
    .init("range", "range(a, b, by)", "a, a + by, ... up to b", "range(1, 5)"),
    .init(
      "linspace",
      "linspace(a, b, n)",
      "n numbers from a to b, evenly spaced",
      "linspace(0, 1, 5)"
    ),
    .init(
      "logspace",
      "logspace(a, b, n)",
      "n numbers from 10^a to 10^b, evenly spaced in logarithm",
      "logspace(-3, 0, 4)"
    ),
    .init(
      "ewa",
      "ewa(series, beta=0.9, corrected=false)",
      "exponentially weighted average from 0; corrected divides by 1 - beta^t",
      "ewa([10, 20, 30], beta=0.5)"
    ),
    .init(
      "linear",
      "linear(t, from, to, over)",
      "schedule: a line from one value to another, which it keeps",
      "linear(50, 0, 0.1, 100)"
    ),
    .init(
      "cosine",
      "cosine(t, from, over, to=0)",
      "schedule: half a wave down, then as it ended",
      "cosine(500, 0.1, 1000)"
    ),
    .init(
      "warmup",
      "warmup(t, peak, up, down, to=0)",
      "schedule: a line up from 0, then half a wave down",
      "warmup(150, 0.1, 100, 900)"
    ),
    .init(
      "steps",
      "steps(t, from, at, factor, at, factor, ...)",
      "schedule: times a factor at each of these t and behind it",
      "steps(30, 0.1, 10, 0.5, 20, 0.1)"
    ),
  ]

  package static func entry(_ name: String) -> FunctionEntry? {
    for entry in entries where entry.name == name { return entry }
    return nil
  }

  /// The functions that take a series or make one.
  static let ofSeries = [
    "sum", "mean", "norm", "logsumexp", "length", "first", "last", "range", "linspace", "logspace",
    "ewa",
  ]

  package static var names: [String] { entries.map { $0.name } }
}
