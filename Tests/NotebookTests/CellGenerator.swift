import Arithmetic

/// Cells that nobody would write: soups of words, and valid programs with something changed.
///
/// The same seed gives the same cells.
struct CellGenerator {
  private var dice: SeededGenerator

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  mutating func cell() -> String {
    switch dice.below(10) {
    case 0: return soup(of: Self.words, length: 1 + dice.below(25), touching: 2)
    case 1: return soup(of: Self.signs, length: 1 + dice.below(30), touching: 1)
    case 2: return bytes()
    case 3, 4: return statement()
    case 5: return mutated(statement())
    default:
      var lines: [String] = []
      for _ in 0...dice.below(5) {
        let line = pick(Self.programs)
        lines.append(dice.below(3) == 0 ? mutated(line) : line)
      }
      return lines.joined(separator: dice.below(5) == 0 ? "; " : "\n")
    }
  }

  /// A cell that begins a session, so that what follows has something to work with.
  mutating func opening() -> String {
    let own = "a = 3; f(u) = u^2 + a; s = range(1, 9); f1(u) = f(u) + f(u)\n"
    let rule = Self.programs.first { $0.hasPrefix("rule") } ?? ""
    let problems = Self.programs.filter { $0.hasPrefix("minimize") || $0.hasPrefix("train") }
    let steps = dice.below(3) == 0 ? "" : "\nstep \(1 + dice.below(40))"
    return own + rule + "\n" + pick(problems) + steps
  }

  private mutating func pick<Element>(_ items: [Element]) -> Element {
    items[dice.below(items.count)]
  }

  private mutating func soup(of words: [String], length: Int, touching: Int) -> String {
    var text = ""
    for _ in 0..<length {
      text += pick(words)
      if dice.below(3) >= touching { text += " " }
    }
    return text
  }

  private mutating func bytes() -> String {
    let bytes = (0..<dice.below(40)).map { _ in UInt8(truncatingIfNeeded: dice.below(256)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A command with clauses that may or may not belong to it.
  private mutating func statement() -> String {
    var text = pick(Self.verbs)
    for _ in 0..<dice.below(5) {
      switch dice.below(3) {
      case 0: text += " " + formula(depth: 3)
      case 1: text += " " + pick(Self.clauses)
      default: text += ", " + formula(depth: 2)
      }
    }
    return text
  }

  private mutating func formula(depth: Int) -> String {
    if depth == 0 { return pick(Self.atoms) }
    switch dice.below(8) {
    case 0: return "(\(formula(depth: depth - 1)))"
    case 1: return "-\(formula(depth: depth - 1))"
    case 2, 3:
      return "\(formula(depth: depth - 1)) \(pick(Self.operators)) \(formula(depth: depth - 1))"
    case 4, 5: return "\(pick(Self.functions))(\(formula(depth: depth - 1)))"
    case 6:
      let items = (0...dice.below(3)).map { _ in formula(depth: depth - 1) }
      return "\(pick(Self.functions + ["", ""]))(\(items.joined(separator: ", ")))"
    default: return "[\(formula(depth: depth - 1)), \(pick(Self.atoms))]"
    }
  }

  /// Removes, doubles, swaps or replaces a stretch.
  private mutating func mutated(_ source: String) -> String {
    var scalars = Array(source.unicodeScalars)
    for _ in 0...dice.below(3) {
      if scalars.isEmpty { return "" }
      let start = dice.below(scalars.count)
      let end = min(scalars.count, start + 1 + dice.below(8))
      switch dice.below(5) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: Array(scalars[start..<end]), at: dice.below(scalars.count))
      case 2: scalars.insert(contentsOf: pick(Self.signs + Self.words).unicodeScalars, at: start)
      case 3: scalars.replaceSubrange(start..<end, with: pick(Self.atoms).unicodeScalars)
      default: scalars.swapAt(start, dice.below(scalars.count))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension CellGenerator {
  static let verbs = [
    "minimize", "use", "set", "step", "until", "back", "goto", "restart", "show", "table", "plot",
    "explain", "compare", "sweep", "rule", "check gradient", "expect", "when", "vars", "data",
    "problems", "optimizers", "history", "precision", "help", "train", "f(u) =", "a =", "",
  ]
  static let clauses = [
    "from (-5, 2)", "from (x=1, y=2)", "from 3", "from 0 to 5", "noise 0.5", "seed 3",
    "with adam(alpha=0.1)", "with gd(0.1)", "with mine(0.1)", "within 9", "every 2", "last 3",
    "last 1e15", "every 1e15", "for 5", "for u from -1 to 1", "over [0.1, 1]", "over [0, 0.9]",
    "beta1 over linspace(0, 0.9, 3)", "alpha", "beta1", "log", "width 40", "height 5",
    "title \"t\"", "at 2", "say \"no\"", "path", "loss", "gradient", "2 epochs", "x", "adam(0.1)",
    "momentum(0.1, nesterov=true)", "alpha=0.1/t", "corrected=true", "weight_decay=0.1", "eps=1",
    "dialect=pytorch", "bug=frozen_t", "on moons", "mlp(2, 3, 2)", "batch 32", "noise -1",
  ]
  static let atoms = [
    "x", "y", "t", "a", "u", "w", "g", "s", "v.x", "v", "v_hat", "dx", "loss", "alpha", "beta1",
    "pi", "inf", "nan", "0", "1", "2", "0.5", "1e300", "1e-300", "1e18", "-1", "3",
    "9007199254740993",
    "true", "\"t\"", "[]", "[1, 2, 3]", "____", "nope", "seattle.temp_max", "β₁", "W1", "epoch",
  ]
  static let operators = [
    "+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", "~=", "and", "or",
  ]
  static let functions = [
    "abs", "sign", "sqrt", "exp", "log", "sin", "tanh", "sigmoid", "floor", "round", "max", "min",
    "where", "sum", "mean", "norm", "length", "first", "last", "range", "linspace", "logspace",
    "ewa", "f", "not ", "f1", "nope",
  ]
  static let signs = [
    "(", ")", "[", "]", "{", "}", ",", ";", "\n", "=", "==", "+", "-", "*", "/", "^", "²", "~=",
    "<",
    ".", "..", "#", "\"", "\\", "?", ":", "$", "\u{1B}", "\0", "\r\n", "\u{302}", "e", "2e", "1e5",
    "0x", "é", "中", "\u{202E}", "\u{FEFF}", "😀", "____", " ", "\t",
  ]
  static let words =
    verbs + clauses + atoms + operators + functions + [
      "(", ")", ",", "=", "[", "]", "{", "}", "\n",
    ]

  static let programs = [
    "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)",
    "minimize x^2 + 10y^2 from (-5, 2) noise 0.5 seed 3 with momentum(0.02)",
    "minimize rosenbrock with nadam(alpha = 0.05/(1 + 0.1*t))", "minimize beale with radam(0.1)",
    "minimize abs(x) + max(y, x) from (1, 2) with adagrad(0.1)",
    "minimize f(x) from 1 with gd(0.1)",
    "minimize mean((x*s + y)^2) + norm(s - x) from (1, 2) with lion(0.01)",
    "minimize x^4 from 3 with gd(1)",
    "train mlp(2, 3, 2) on moons batch 64 seed 1 with adam(alpha=0.01)", "step 3", "step",
    "step 700",
    "back 2", "goto 4", "restart", "show", "table t, x, y, loss last 3",
    "table t, v.x, v_hat.x every 2",
    "plot loss", "plot loss log", "plot path", "plot x, y width 40 height 6",
    "plot u^2 for u from -1 to 1",
    "plot [1, 5, 2], ewa([1, 5, 2], beta=0.5)", "explain", "explain x at 1", "explain W1[1]",
    "compare gd(0.1), adam(0.1) for 20", "sweep alpha over logspace(-3, 0, 3) for 10",
    "sweep alpha over [0.1, 1], beta1 over [0, 0.9] for 5", "check gradient", "vars", "history",
    "rule mine(alpha=0.1, beta=0.9) { slot s = 0.1; v = beta*v + (1 - beta)*g; s = max(s, abs(g)); "
      + "n = n + 1; w = w - alpha*v/s }",
    "use mine(0.1)", "use adam(0.1, corrected=false)", "use gd(0.2)", "set alpha=0.01",
    "set alpha=0.1/t", "set corrected=true", "set weight_decay=0.1", "until loss < 1 within 20",
    "a = 3", "f(u) = u^2 + a", "f1(u) = f(u) + f(u)", "s = range(1, 9)", "s = [s, s]", "a = a + 1",
    "expect a ~= 4\nwhen a < 9 say \"no\"", "precision 3", "precision 17", "help adam", "help",
    "adam?",
    "x", "v_hat", "1/0", "log(-1)", "use amsgrad(0.1)", "use rmsprop(0.1, centered=true)",
    "use adadelta(1)", "use adamax(0.1)", "use adamw(0.1)", "problems", "optimizers",
    "data seattle",
  ]
}
