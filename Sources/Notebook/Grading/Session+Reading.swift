package import Formulas

extension Session {
  /// Why a cell cannot be read, whatever its names mean; commands read their own words as they run,
  /// so nothing is said of those.
  package static func unreadable(in source: String) -> Diagnostic? {
    var lexer = Lexer(source)
    do throws(Diagnostic) {
      while let tokens = try lexer.nextStatement() { try read(tokens) }
      return nil
    } catch {
      return error
    }
  }

  /// The command that each statement begins with, nil for one that begins with none; `adam?` asks for
  /// help.
  package static func commands(in source: String) -> [String?] {
    Lexer.statements(of: source).map { tokens in
      let next = tokens.dropFirst().first
      if tokens.count == 2, next?.isSign(.question) == true { return "help" }
      guard let name = tokens.first?.name, CommandCatalog.command(name) != nil,
        next?.isSign(.assign) != true
      else { return nil }
      return name
    }
  }

  private static func read(_ tokens: [Token]) throws(Diagnostic) {
    guard let first = tokens.first else { return }
    var reader = TokenReader(tokens)
    if first.name != nil, reader.peek()?.isSign(.assign) == true {
      reader.index = 2
    } else if let name = first.name, CommandCatalog.command(name) != nil {
      return
    } else if first.name != nil, let close = tokens.firstIndex(where: { $0.isSign(.close) }),
      close + 1 < tokens.count, tokens[close + 1].isSign(.assign)
    {
      reader.index = close + 2
    }
    var parser = ExpressionParser()
    _ = try parser.expression(&reader)
    if let extra = reader.current, !extra.isSign(.question) { throw .unexpected(extra) }
  }
}
