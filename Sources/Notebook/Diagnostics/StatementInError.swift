import Formulas

/// A statement that could not be run: what its session and its words tell about the error.
struct StatementInError {
  let session: Session
  let tokens: [Token]
  /// The piece of the source that it stands in.
  let source: SourcePiece

  /// The error, with the one hint that helps where the words tell what was meant.
  func explaining(_ error: Diagnostic) -> Diagnostic {
    var result = session.hintingAtMeasure(error)
    if result != error { return result }
    if let name = Self.unknownName(error.message) {
      if let meaning = UnknownWord(name, at: error.range, self).meaning {
        result.message = meaning.message ?? error.message
        result.hint = meaning.hint
      }
    } else if let function = misspeltCommand(error) {
      return function
    } else if let hint = hint(for: error) {
      result.hint = hint
    }
    return result
  }

  /// The word that a message says is unknown.
  private static func unknownName(_ message: String) -> String? {
    for beginning in ["unknown name '", "unknown function '", "unknown command '"]
    where message.hasPrefix(beginning) {
      return String(message.dropFirst(beginning.count).dropLast())
    }
    return nil
  }

  /// `steps 10`: a function that is called like a command, nearly.
  private func misspeltCommand(_ error: Diagnostic) -> Diagnostic? {
    let isAlone = tokens.count == 1 && error.message.hasSuffix("is a function")
    let isFollowed =
      tokens.count > 1 && error.message.hasPrefix("unexpected") && error.range == tokens[1].range
    guard isAlone || isFollowed, let name = tokens[0].name, FunctionCatalog.entry(name) != nil,
      let hint = Suggestion.hint(for: name, among: CommandCatalog.names)
    else { return nil }
    return Diagnostic("'\(name)' is a function", hint: hint, at: tokens[0].range)
  }

  private func hint(for error: Diagnostic) -> String? {
    let place = tokens.firstIndex { $0.range == error.range }
    if error.message.hasSuffix("is a setting of the running optimizer"), tokens.count > 2 {
      return "write set \(source.slice(tokens[0].range.joined(tokens[tokens.count - 1].range)))"
    }
    if error.message.hasPrefix("'sum' "), tokens.first?.name == "rule" {
      return "in a rule g is the gradient of one parameter, a number; "
        + "norm(g) and mean(g) are made of all"
    }
    if error.message.hasPrefix("something must follow"), let sign = tokens.last,
      tokens.count == 3, let name = tokens[0].name, tokens[1].kind == sign.kind,
      sign.isSign(.plus) || sign.isSign(.minus)
    {
      return "write \(name) = \(name) \(sign.isSign(.plus) ? "+" : "-") 1"
    }
    if error.message.hasSuffix("or ','"), error.message.hasPrefix("expected") {
      return "commas part them, as in [1, 2, 3]"
    }
    if let place, place > 1, tokens[place].isSign(.openBracket),
      tokens[place - 1].name == Word.from.rawValue
    {
      return start(at: place)
    }
    guard let place, error.message.hasPrefix("unexpected") else { return nil }
    return place > 0 ? hint(at: place) : nil
  }

  /// What was meant by a token that cannot stand where it does.
  private func hint(at place: Int) -> String? {
    let (token, before) = (tokens[place], tokens[place - 1])
    if token.isSign(.comma) { return start(at: place) ?? decimalPoint(at: place) }
    if let name = token.name, PairFunction(rawValue: name) != nil { return "write \(name)(7, 3)" }
    if token.isSign(.colon) { return "a row of numbers is a function: write range(1, 5)" }
    guard let name = before.name else { return nil }
    if name == "lambda" { return ForeignWord.statement(name)?.hint([]) }
    let isFunction = FunctionCatalog.entry(name) != nil || session.definition(name) != nil
    guard isFunction, session.ownValue(name) == nil else { return nil }
    let end = tokens[(place + 1)...].firstIndex { token in
      if case .sign = token.kind { true } else { token.name.flatMap { Word(rawValue: $0) } != nil }
    }
    let last = tokens[(end ?? tokens.count) - 1]
    let argument = source.slice(token.range.joined(last.range))
    return "its argument stands in brackets: write \(name)(\(argument))"
  }

  /// `2,5`: a number between whose parts nothing stands but the comma.
  private func decimalPoint(at place: Int) -> String? {
    guard place + 1 < tokens.count, tokens[place].touchesPrevious,
      tokens[place + 1].touchesPrevious, case .number = tokens[place - 1].kind,
      case .number = tokens[place + 1].kind
    else { return nil }
    let whole = source.slice(tokens[place - 1].range).filter { $0 != "." }
    let rest = source.slice(tokens[place + 1].range)
    let thousands = rest.utf8.count == 3 ? " or \(whole)\(rest)" : ""
    return "a number has a point: write \(whole).\(rest)\(thousands)"
  }

  /// `from -5, 2`: the statement with its start in brackets.
  private func start(at place: Int) -> String? {
    guard tokens[0].name == "minimize",
      let from = tokens[..<place].lastIndex(where: { $0.name == Word.from.rawValue })
    else { return nil }
    let words: [Word] = [.with, .noise, .seed, .within]
    let end = tokens[place...].firstIndex { words.map { $0.rawValue }.contains($0.name) }
    let last = tokens[(end ?? tokens.count) - 1].range.end
    let begin = tokens[from + 1].range.start
    let head = source.slice(SourceRange(tokens[0].range.start, begin))
    let tail = source.slice(SourceRange(last, tokens[tokens.count - 1].range.end))
    let values = source.slice(SourceRange(begin, last)).filter { $0 != "[" && $0 != "]" }
    return "write \(head)(\(values))\(tail)"
  }
}
