import Formulas

/// A statement read along the table of commands, whether it is whole or not: which of its words belong
/// to the language, and what may stand behind the last.
struct Outline: Sendable {
  /// Something that may come next.
  enum Next: Sendable {
    case operand(Operand)
    /// Words with what they do.
    case words(String, String)
    /// The value of the setting of this name.
    case value(String)
  }

  private let tokens: [Token]
  private var index = 0
  /// The places of the tokens that are words of the language.
  private(set) var keywords: [Int] = []
  private(set) var next: [Next] = []
  /// The operand that is being written, brackets open.
  private(set) var unfinished: Operand?
  let command: Command?

  init(_ tokens: [Token]) {
    self.tokens = tokens
    command = CommandCatalog.command(of: tokens)
    if let command {
      keywords.append(0)
      index = 1
      read(command)
    } else {
      index = Self.formulaStart(tokens)
      _ = read(.formula)
    }
    for (place, token) in tokens.enumerated() {
      if let name = token.name, ReservedWords.operators.contains(name) { keywords.append(place) }
    }
  }

  /// Where the formula of an assignment or a definition begins.
  private static func formulaStart(_ tokens: [Token]) -> Int {
    guard tokens.count > 1, tokens[0].name != nil else { return 0 }
    if tokens[1].isSign(.assign) { return 2 }
    guard tokens[1].isSign(.open), let close = tokens.firstIndex(where: { $0.isSign(.close) }),
      close + 1 < tokens.count, tokens[close + 1].isSign(.assign)
    else { return 0 }
    return close + 2
  }
}

extension Outline {
  private var isAtEnd: Bool { index >= tokens.count }

  private mutating func take(_ word: Word) -> Bool {
    guard !isAtEnd, tokens[index].name == word.rawValue else { return false }
    keywords.append(index)
    index += 1
    return true
  }

  private mutating func read(_ command: Command) {
    var chosen: Form?
    for form in command.forms {
      let matched = matching(form.lead)
      if matched == form.lead.count {
        chosen = chosen ?? form
      } else if index + matched == tokens.count {
        let rest = form.lead.dropFirst(matched).map { $0.rawValue }
        next.append(.words(rest.joined(separator: " "), form.summary))
      }
    }
    guard let form = chosen else { return }
    for word in form.lead { _ = take(word) }
    if !(form.isOptional && isAtClause(form)) {
      if isAtEnd, form.isOptional {
        next += form.operands.map { .operand($0) }
      } else {
        repeat {
          if !read(form.operands) { return }
        } while form.isList && takeComma()
      }
    }
    readClauses(form)
  }

  /// How many of the words come next.
  private func matching(_ words: [Word]) -> Int {
    var count = 0
    for word in words {
      guard index + count < tokens.count, tokens[index + count].name == word.rawValue else { break }
      count += 1
    }
    return count
  }

  private func isAtClause(_ form: Form) -> Bool {
    form.clauses.contains { !isAtEnd && tokens[index].name == $0.word.rawValue }
  }

  private mutating func takeComma() -> Bool {
    guard !isAtEnd, tokens[index].isSign(.comma) else { return false }
    index += 1
    return true
  }

  private mutating func readClauses(_ form: Form) {
    var said: [Word] = []
    while !isAtEnd,
      let clause = form.clauses.first(where: { $0.word.rawValue == tokens[index].name })
    {
      _ = take(clause.word)
      said.append(clause.word)
      repeat {
        if !read(clause.operands) { return }
      } while clause.isList && takeComma()
    }
    guard isAtEnd else { return }
    for clause in form.clauses where clause.repeats || !said.contains(clause.word) {
      next.append(.words(clause.word.rawValue, clause.summary))
    }
  }

  /// Goes past operands; false where the text ends before they do, or they are others.
  private mutating func read(_ operands: [Operand]) -> Bool {
    for operand in operands where !read(operand) { return false }
    return true
  }

  private mutating func read(_ operand: Operand) -> Bool {
    if isAtEnd {
      if case .label = operand { return true }
      next.append(.operand(operand))
      return false
    }
    switch operand {
    case .word(let word): return take(word)
    case .label:
      if case .text = tokens[index].kind { index += 1 }
      return true
    case .choice, .data, .setting, .name, .topic, .text:
      index += 1
      return true
    case .assignment:
      guard index + 1 < tokens.count, let setting = tokens[index].name,
        tokens[index + 1].isSign(.assign)
      else { return false }
      index += 2
      if isAtEnd { next.append(.value(setting)) }
      return !isAtEnd && readFormula(.formula)
    case .run:
      if index + 1 < tokens.count, tokens[index].name != nil, tokens[index + 1].isSign(.assign) {
        index += 2
      }
      return read(.optimizer)
    case .rule:
      for place in tokens.indices.dropLast()
      where tokens[place].name == "slot" && tokens[place + 1].name != nil {
        keywords.append(place)
      }
      unfinished = operand
      return false
    case .updates:
      guard readFormula(operand) else { return false }
      if isAtEnd { next.append(.words(Word.epochs.rawValue, "passes over the data")) }
      if !take(.epochs) { _ = take(.epoch) }
      return true
    default: return readFormula(operand)
    }
  }

  /// Goes past an expression, which ends before a comma or a word that cannot go on with it.
  private mutating func readFormula(_ operand: Operand) -> Bool {
    let start = index
    var depth = 0
    var isWanting = true
    while !isAtEnd {
      let token = tokens[index]
      switch token.kind {
      case .sign(.open), .sign(.openBracket), .sign(.openBrace):
        depth += 1
        isWanting = true
      case .sign(.close), .sign(.closeBracket), .sign(.closeBrace):
        if depth == 0 { return true }
        depth -= 1
        isWanting = false
      case .sign(.comma), .sign(.assign):
        if depth == 0 { return !isWanting }
        isWanting = true
      // Of two bars around a value the first wants one, the second ends it.
      case .sign(.bar): break
      case .sign: isWanting = true
      case .name("and"), .name("or"), .name("not"): isWanting = true
      case .name, .number, .text:
        if !isWanting, depth == 0, !token.touchesPrevious { return true }
        isWanting = false
      }
      index += 1
    }
    if depth > 0 {
      unfinished = operand
    } else if isWanting {
      next.append(.operand(index == start ? operand : .formula))
    }
    return depth == 0 && !isWanting
  }
}
