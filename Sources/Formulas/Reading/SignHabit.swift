/// Two signs that other languages put together and this one never does.
enum SignHabit {
  /// What to write instead; nil for signs that may stand side by side.
  static func hint(
    _ first: Unicode.Scalar,
    _ second: Unicode.Scalar,
    behind name: @autoclosure () -> String,
    isFirst: @autoclosure () -> Bool
  ) -> String? {
    switch (first, second) {
    case ("+", "="): "write \(name()) = \(name()) + 1"
    case ("-", "="): "write \(name()) = \(name()) - 1"
    case ("*", "="): "write \(name()) = 2*\(name())"
    case ("/", "="): "write \(name()) = \(name())/2; not equal is '!='"
    case (":", "="): "to give a name a value write \(name()) = 3"
    case ("=", ">"): "at least is '>='; a function is one formula: write f(x) = x^2"
    case ("=", "<"): "at most is '<='"
    case ("<", ">"): "not equal is '!='"
    case ("-", ">"): "a function is one formula: write f(x) = x^2"
    case ("/", "/"):
      isFirst() ? "a comment begins with '#'" : "a quotient without its rest: write floor(5/2)"
    case ("/", "*"), ("*", "/"): "a comment begins with '#'"
    default: nil
    }
  }
}
