/// A word that other tools have and this one lacks, and what it is called here.
///
/// In the code `$1`, `$2` and `$3` stand for what the word was given, `$` for all of it, `%1` for a
/// part that is a factor.
struct ForeignWord: Sendable {
  let names: [String]
  let saying: String
  /// A statement or an expression that can be run; nil where there is none.
  let code: String?

  private init(_ names: String, _ saying: String, _ code: String? = nil) {
    self.names = names.split(separator: " ").map { String($0) }
    self.saying = saying
    self.code = code
  }

  /// The hint, with what was given to the word in its place.
  func hint(_ given: [String]) -> String {
    guard let code else { return saying }
    var text = ""
    var mark: Character?
    for character in code + " " {
      let number = mark == nil ? nil : character.wholeNumberValue
      if let number {
        text += Self.operand(number, given, isFactor: mark == "%")
      } else {
        if mark != nil { text += given.isEmpty ? "x" : given.joined(separator: ", ") }
        if character != "$", character != "%" { text.append(character) }
      }
      mark = number == nil && (character == "$" || character == "%") ? character : nil
    }
    text.removeLast()
    return saying.isEmpty ? "write \(text)" : "\(saying): write \(text)"
  }

  /// What was given at a place, in brackets where it is a factor and no plain word.
  private static func operand(_ number: Int, _ given: [String], isFactor: Bool) -> String {
    guard number <= given.count else { return number == 1 ? "x" : "\(number)" }
    let text = given[number - 1]
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    return isFactor && !isPlain ? "(\(text))" : text
  }

  static func statement(_ name: String) -> ForeignWord? {
    statements.first { $0.names.contains(name) }
  }

  static func function(_ name: String) -> ForeignWord? {
    functions.first { $0.names.contains(name) }
  }

  private static let shell = "the shell's commands begin with a colon; :help lists them"
  private static let system = "this is a notebook; what it has is listed by help: write help"

  /// Words that end a session elsewhere.
  static let leaving = ["quit", "exit", "bye", "logout", "logoff", "q", "wq", "x", "quit!", "q!"]

  /// Words that begin a statement elsewhere.
  private static let statements: [ForeignWord] = [
    .init(
      "quit exit bye logout logoff q wq",
      "a script ends with its last line; at the prompt this leaves"
    ),
    .init("undo", "at the prompt :undo takes a statement back; an update", "back"),
    .init(
      "maximize maximise",
      "it is a setting of every optimizer",
      "minimize -(a - 1)^2 from 3 with gd(0.1, maximize=true)"
    ),
    .init("redo save load open run edit toc contents lessons lesson hint solution skip", shell),
    .init("next continue go advance forward", "one update", "step"),
    .init("prev previous", "one update back", "back"),
    .init("reset", "to the start again", "restart"),
    .init("clear cls clc", "Control-L clears the screen; names keep their values"),
    .init("del rm unset delete remove", "names keep their values until they get others"),
    .init("man info doc docs describe apropos usage h", "one thing explained", "help plot"),
    .init("ls dir who whos locals globals env", "what has a value", "vars"),
    .init("models algorithms methods", "all of them", "optimizers"),
    .init("datasets tables", "all of them", "data"),
    .init(
      "print echo puts disp display printf println write eval calc",
      "a line answers with its value",
      "$1"
    ),
    .init("let var const assign val", "a name gets its value without a word before it", "x = 1"),
    .init("def function func fn fun define lambda", "a function is one formula", "f(x) = x^2"),
    .init("return", "a line answers with its value", "$1"),
    .init("import using include require from", "all functions are there", "help functions"),
    .init("if else elif switch", "a value by a condition", "where(2 > 1, 10, 20)"),
    .init(
      "for while loop repeat do",
      "updates until a condition holds",
      "until loss < 0.1 within 100"
    ),
    .init(
      "fit learn optimize optimise solve fmin",
      "an experiment begins so",
      "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)"
    ),
    .init("update iterate train_step", "one update", "step"),
    .init("backward zero_grad", "the gradient is found by itself", "step"),
    .init("grad gradient nabla", "the gradient against finite differences", "check gradient"),
    .init("draw chart graph figure plt", "a picture", "plot sin(a) for a from 0 to 6"),
    .init("hist", "a histogram", "plot histogram of [1, 2, 2, 3]"),
    .init(
      "lr learning_rate stepsize step_size",
      "the learning rate is called alpha",
      "use adam(alpha=0.1)"
    ),
    .init(
      "cd pwd cat mkdir cp mv touch git pip python python3 sh bash sudo vim nano less more",
      system
    ),
  ]

  /// Functions under their other names.
  private static let functions: [ForeignWord] = [
    .init("ln loge", "the natural logarithm is log", "log($)"),
    .init("lg", "", "log10($)"), .init("lb ld", "", "log2($)"),
    .init("arcsin asine", "", "asin($)"), .init("arccos", "", "acos($)"),
    .init("arctan arctg atg", "", "atan($)"), .init("arctan2", "", "atan2($)"),
    .init("tg", "", "tan($)"), .init("cot ctg cotan", "", "1/tan($1)"),
    .init("sec", "", "1/cos($1)"), .init("csc cosec", "", "1/sin($1)"),
    .init("sh", "", "sinh($)"), .init("ch", "", "cosh($)"), .init("th tgh", "", "tanh($)"),
    .init("asinh arsinh", "", "log($1 + sqrt(%1^2 + 1))"),
    .init("acosh arcosh", "", "log($1 + sqrt(%1^2 - 1))"),
    .init("atanh artanh", "", "log1p(2*%1/(1 - %1))/2"),
    .init("sgn signum", "", "sign($)"), .init("fabs absolute magnitude", "", "abs($)"),
    .init("sqr square", "", "%1^2"), .init("cube", "", "%1^3"),
    .init("cbrt", "", "%1^(1/3)"), .init("root squareroot square_root", "", "sqrt($1)"),
    .init("rsqrt", "", "1/sqrt($1)"), .init("pow power", "powers are written with ^", "%1^%2"),
    .init("exp2", "", "2^%1"), .init("exp10", "", "10^%1"),
    .init("relu", "", "max($1, 0)"), .init("leaky_relu", "", "max($1, 0.01*%1)"),
    .init("logistic expit sigma", "", "sigmoid($1)"), .init("logit", "", "log($1/(1 - %1))"),
    .init("silu swish", "", "%1*sigmoid($1)"), .init("gelu", "", "%1*(1 + erf(%1/sqrt(2)))/2"),
    .init("softmax", "", "exp($1)/sum(exp($1))"), .init("lse log_sum_exp", "", "logsumexp($1)"),
    .init("erfc", "", "1 - erf($1)"), .init("heaviside theta unitstep", "", "where($1 > 0, 1, 0)"),
    .init("len size count numel nrow shape", "", "length($1)"),
    .init("avg average", "", "mean($1)"), .init("total", "", "sum($1)"),
    .init("std stdev sd", "", "sqrt(mean(($1 - mean($1))^2))"),
    .init("variance", "", "mean(($1 - mean($1))^2)"), .init("rms", "", "sqrt(mean(%1^2))"),
    .init("maximum amax fmax", "", "max($)"), .init("minimum amin fmin", "", "min($)"),
    .init("dot inner", "", "sum(%1*%2)"), .init("l2 norm2", "", "norm($1)"),
    .init("arange seq", "range takes the first and the last", "range(0, 4)"),
    .init("array list vector tensor c", "", "[$]"),
    .init("ceiling", "", "ceil($)"), .init("int trunc integer", "", "sign($1)*floor(abs($1))"),
    .init("modulo", "", "mod($)"),
    .init("rem remainder fmod", "mod has the sign of the divisor", "mod($)"),
    .init("clamp bound", "", "min(max($1, $2), $3)"),
    .init("ifelse iif iff cond select piecewise if", "", "where($1, $2, $3)"),
    .init("ema ewm ewma moving_average smooth", "", "ewa($)"),
    .init("all", "", "min($1) == 1"), .init("any", "", "max($1) == 1"),
    .init("float double number str bool", "", "$1"),
    .init(
      "sort sorted reverse prod product diff cumsum",
      "no such function of series is there: write help functions"
    ),
  ]
}
