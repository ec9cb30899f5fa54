import Formulas
import Optimizers

/// A word that means nothing to the session, where it stands, and what was probably meant by it.
struct UnknownWord {
  private let session: Session
  private let name: String
  private let tokens: [Token]
  private let source: SourcePiece
  /// Which of the tokens it is; nil where it stands in another text.
  private let place: Int?

  init(_ name: String, at range: SourceRange?, _ statement: StatementInError) {
    self.name = name
    session = statement.session
    tokens = statement.tokens
    source = statement.source
    place = tokens.firstIndex { $0.range == range }
  }

  private var isFirst: Bool { place == 0 }
  private var isLast: Bool { place == tokens.count - 1 }

  private var isCall: Bool {
    guard let place, place + 1 < tokens.count else { return false }
    return tokens[place + 1].isSign(.open) && tokens[place + 1].touchesPrevious
  }

  /// What is given to the word: the arguments of a call, or the rest of the statement.
  private var given: [String] {
    guard let place, !isLast else { return [] }
    guard isCall || isFirst else { return [] }
    var depth = isCall ? 0 : 1
    var start = place + (isCall ? 2 : 1)
    var found: [String] = []
    for index in (place + 1)..<tokens.count {
      let token = tokens[index]
      if token.isSign(.open) || token.isSign(.openBracket) { depth += 1 }
      let isEnd = token.isSign(.close) && depth == 1
      if index > start, isEnd || (token.isSign(.comma) && depth == 1) {
        found.append(source.slice(tokens[start].range.joined(tokens[index - 1].range)))
        start = index + 1
      }
      if token.isSign(.close) || token.isSign(.closeBracket) { depth -= 1 }
      if isEnd { break }
    }
    if !isCall, start < tokens.count {
      found.append(source.slice(tokens[start].range.joined(tokens[tokens.count - 1].range)))
    }
    return found
  }

  /// What to say of it instead; nil where nothing better is known.
  var meaning: (message: String?, hint: String)? {
    if CommandCatalog.names.contains(name) { return command }
    if let thing { return thing }
    if isCall, session.hasValue(name) {
      return (nil, "it is no function but has a value: write \(name)*(\(given.first ?? "2"))")
    }
    if let dotted { return (nil, dotted) }
    if isFirst, !isCall, let word = ForeignWord.statement(name) { return (nil, word.hint(given)) }
    if let word = ForeignWord.function(name) { return (nil, word.hint(given)) }
    if isFirst, let word = ForeignWord.statement(name) { return (nil, word.hint(given)) }
    if isFirst, tokens.count > 2, tokens[1].isSign(.less), tokens[2].isSign(.minus),
      tokens[2].touchesPrevious
    {
      return (nil, "to give it a value write \(name) = 3")
    }
    let names = CommandCatalog.names + session.knownNames
    if isFirst, let near = Suggestion.nearest(to: name, among: names),
      CommandCatalog.names.contains(near)
    {
      return (nil, "did you mean '\(near)'?")
    }
    return nil
  }

  /// A command's name where none can stand, or with brackets.
  private var command: (message: String?, hint: String) {
    let message = "'\(name)' is a command"
    if isFirst {
      return (message, "write \(([name] + [given.joined(separator: ", ")]).joined(separator: " "))")
    }
    if tokens.allSatisfy({ $0.name == name }) {
      let count = name == "step" || name == "back" ? " \(tokens.count)" : ""
      return (message, "write \(name)\(count)")
    }
    return (message, "it begins a statement, on its own line or behind ';'")
  }

  /// A data set, an optimizer, a problem or a network where a value is wanted.
  private var thing: (message: String?, hint: String)? {
    if session.data.names.contains(name) {
      let column = session.data.table(name)?.numericNames.first
      let hint =
        column.map { "its columns are series: write \(name).\($0)" } ?? "write data \(name)"
      return ("'\(name)' is a data set", hint)
    }
    let isOwn = session.rules.contains { $0.name == name }
    if isOwn || RuleCatalog.names.contains(name) {
      let settings =
        given.isEmpty ? isOwn ? "" : "(alpha=0.1)" : "(\(given.joined(separator: ", ")))"
      let start = session.experiment == nil ? "minimize x^2 + 10y^2 from (-5, 2) with" : "use"
      return ("'\(name)' is an optimizer", "write \(start) \(name)\(settings)")
    }
    if ProblemCatalog.names.contains(name) {
      return ("'\(name)' is a problem", "write minimize \(name) with adam(alpha=0.1)")
    }
    if name == "mlp" {
      return ("'mlp' is a network", "write train mlp(2, 8, 2) on moons with adam(alpha=0.02)")
    }
    return nil
  }

  /// `np.sqrt(2)`, `math.pi`, `temps.mean()`, `optimizer.step()`.
  private var dotted: String? {
    guard let dot = name.utf8.lastIndex(of: 0x2E) else { return nil }
    let owner = String(decoding: name.utf8[..<dot], as: UTF8.self)
    let tail = String(decoding: name.utf8[name.utf8.index(after: dot)...], as: UTF8.self)
    if ReservedWords.constants.contains(tail) { return "write \(tail)" }
    if tail == "e" { return "write exp(1)" }
    if let column = session.data.table(tail)?.numericNames.first {
      return "columns are series: write \(tail).\(column)"
    }
    let isModule = Self.modules.contains(owner)
    let given = given.isEmpty && !isModule ? [owner] : given
    if FunctionCatalog.entry(tail) != nil {
      let list = given.isEmpty ? "x" : given.joined(separator: ", ")
      return "write \(tail)(\(list))"
    }
    if let word = ForeignWord.function(tail) { return word.hint(given) }
    if isFirst, CommandCatalog.names.contains(tail) { return "write \(tail)" }
    return isFirst ? ForeignWord.statement(tail)?.hint([]) : nil
  }

  private static let modules = [
    "np", "numpy", "math", "Math", "cmath", "torch", "jnp", "jax", "jax.numpy", "tf", "scipy",
    "torch.nn.functional", "F", "nn", "std", "np.linalg", "scipy.special",
  ]
}

extension String {
  /// The text of a range of UTF-8 offsets.
  func slice(_ range: SourceRange) -> String {
    let from = utf8.index(utf8.startIndex, offsetBy: min(range.start, utf8.count))
    let to = utf8.index(utf8.startIndex, offsetBy: min(range.end, utf8.count))
    return String(decoding: utf8[from..<to], as: UTF8.self)
  }
}
