import Arithmetic
import Formulas

/// A statement is a command, an assignment, a definition or an expression; the first words decide.
enum Statement {
  static func run(_ context: inout CommandContext) throws(Diagnostic) -> Work? {
    guard let first = context.reader.current else { return nil }
    guard let name = first.name else {
      if first.isSign(.question) { return try help(&context) }
      try expression(&context)
      return nil
    }
    let next = context.reader.peek()
    if next?.isSign(.assign) == true {
      try assignment(name, first.range, &context)
      return nil
    }
    if next?.isSign(.question) == true, context.reader.tokens.count == 2 {
      return try HelpCommand.topic(name, first.range, &context)
    }
    if let command = CommandCatalog.command(of: context.reader.tokens) {
      context.begin(command)
      return try command.run(&context)
    }
    if try definition(name, first.range, &context) { return nil }
    try expression(&context, leading: name)
    return nil
  }

  private static func expression(
    _ context: inout CommandContext,
    leading: String? = nil
  ) throws(Diagnostic) {
    let start = context.reader
    let expression = try context.expression()
    if let extra = context.reader.current {
      throw unknownCommand(leading, start, extra, context.session)
    }
    let (value, note) = try context.session.value(expression)
    context.answer(.value(value))
    if let note { context.note(note) }
  }

  /// `?` and `?adam`, as `help` and `help adam`.
  private static func help(_ context: inout CommandContext) throws(Diagnostic) -> Work? {
    context.begin(HelpCommand.command)
    return try HelpCommand.command.run(&context)
  }

  /// Two values side by side: a mistyped command, or a missing operator.
  private static func unknownCommand(
    _ leading: String?,
    _ start: TokenReader,
    _ extra: Token,
    _ session: Session
  ) -> Diagnostic {
    if let leading, let first = start.current, extra == start.peek(), !extra.isPlainSign,
      !(session.knownNames + ReservedWords.all).contains(leading)
    {
      return .unknownCommand(leading, at: first.range)
    }
    return .unexpected(extra)
  }

  private static func assignment(
    _ name: String,
    _ range: SourceRange,
    _ context: inout CommandContext
  ) throws(Diagnostic) {
    if CommandCatalog.isReserved(name) { throw .reservedWord(name, at: range) }
    try context.session.checkAssignable(name, at: range)
    context.reader.index += 2
    let expression = try context.expression()
    if let extra = context.reader.current { throw .unexpected(extra) }
    let (value, note) = try context.session.value(expression)
    context.session.functions[name] = nil
    context.session.variables[name] = value
    try context.session.checkRoom(for: value, at: range)
    if let note { context.note(note) }
  }

  /// `f(u, v) = formula`; false when the words are something else.
  private static func definition(
    _ name: String,
    _ range: SourceRange,
    _ context: inout CommandContext
  ) throws(Diagnostic) -> Bool {
    let tokens = context.reader.tokens
    guard tokens.count > 3, tokens[1].isSign(.open), tokens[1].touchesPrevious,
      let close = tokens.firstIndex(where: { $0.isSign(.close) }), close + 1 < tokens.count,
      tokens[close + 1].isSign(.assign)
    else { return false }
    if CommandCatalog.isReserved(name) { throw .reservedWord(name, at: range) }
    if FunctionCatalog.entry(name) != nil { throw .builtInFunction(name, at: range) }
    try context.session.checkAssignable(name, at: range)
    var parameters: [String] = []
    var index = 2
    while index < close {
      guard let parameter = tokens[index].name, !parameters.contains(parameter) else {
        throw .expected("a name for an argument, each once", at: tokens[index].range)
      }
      parameters.append(parameter)
      index += 1
      if index < close {
        guard tokens[index].isSign(.comma) else { throw .unexpected(tokens[index]) }
        index += 1
      }
    }
    context.reader.index = close + 2
    let body = try context.expression()
    if let extra = context.reader.current { throw .unexpected(extra) }
    if body.calls(name) { throw .callsItself(name, at: range) }
    context.session.variables[name] = nil
    context.session.functions[name] = nil
    context.session.functions[name] = Definition(name: name, parameters: parameters, body: body)
    return true
  }
}

extension Token {
  /// A sign with which no value begins.
  fileprivate var isPlainSign: Bool {
    if case .sign(let sign) = kind { sign != .open && sign != .openBracket } else { false }
  }
}

extension Expression {
  func calls(_ function: String) -> Bool {
    if case .call(let name, _, _) = self, name == function { return true }
    return children.contains { $0.calls(function) }
  }
}
