import Formulas
import Optimizers

/// The place of a word that is being typed, and what may stand there.
struct CompletionPlace {
  let session: Session
  /// The tokens of its statement before it.
  let before: [Token]
  let typed: String

  typealias Candidate = (text: String, summary: String)

  var candidates: [Candidate] {
    var open: [Int] = []
    for (index, token) in before.enumerated() {
      switch token.kind {
      case .sign(.open), .sign(.openBracket), .sign(.openBrace): open.append(index)
      case .sign(.close), .sign(.closeBracket), .sign(.closeBrace): _ = open.popLast()
      default: break
      }
    }
    let outline = Outline(before)
    if let bracket = open.last { return inside(bracket, isInner: open.count > 1, outline) }
    if before.isEmpty {
      return CommandCatalog.commands.map { ($0.name, $0.summary) } + names
    }
    return outline.next.flatMap { next -> [Candidate] in
      switch next {
      case .operand(let operand): candidates(for: operand)
      case .words(let text, let summary): [(text, summary)]
      case .value(let setting): values(of: setting, in: session.experiment?.choice?.name ?? "")
      }
    }
  }
}

// Inside brackets.
extension CompletionPlace {
  private func inside(_ bracket: Int, isInner: Bool, _ outline: Outline) -> [Candidate] {
    if before[bracket].isSign(.openBrace) { return inRule(before[(bracket + 1)...]) }
    let argument = argument(after: bracket)
    if argument.last?.endsOperand == true { return [] }
    let callee = before[bracket].touchesPrevious && bracket > 0 ? before[bracket - 1].name : nil
    if let callee, before[bracket].isSign(.open) {
      if case .rule? = outline.unfinished, bracket == 2 { return [] }
      if argument.isEmpty {
        let said = labels(after: bracket)
        return settings(of: callee).filter { setting in
          !said.contains { setting.text == $0 + "=" }
        } + (FunctionCatalog.entry(callee) == nil && session.definition(callee) == nil ? [] : names)
      }
      if argument.count == 2, argument[1].isSign(.assign), let setting = argument[0].name {
        return values(of: setting, in: callee)
      }
    } else if case .start? = outline.unfinished, !isInner, argument.isEmpty {
      let said = labels(after: bracket)
      return parameters.filter { !said.contains($0) }.map { ("\($0)=", "where it starts") }
    }
    return names
  }

  /// The tokens behind the last comma of this bracket.
  private func argument(after bracket: Int) -> [Token] {
    var depth = 0
    var start = bracket + 1
    for index in start..<before.count {
      switch before[index].kind {
      case .sign(.open), .sign(.openBracket): depth += 1
      case .sign(.close), .sign(.closeBracket): depth -= 1
      case .sign(.comma) where depth == 0: start = index + 1
      default: break
      }
    }
    return Array(before[start...])
  }

  /// What was already given by name.
  private func labels(after bracket: Int) -> [String] {
    (bracket + 1..<before.count).compactMap { index in
      before[index].isSign(.assign) ? before[index - 1].name : nil
    }
  }

  /// An equation of a rule: `w`, `g`, `t`, its settings and all that it assigns.
  private func inRule(_ body: ArraySlice<Token>) -> [Candidate] {
    let last = body.lastIndex { $0.isSign(.newline) || $0.isSign(.semicolon) }
    let start = last ?? body.startIndex - 1
    let equation = body[(start + 1)...]
    var own: [String] = ["w", "g", "t"]
    for index in 1..<before.count {
      if before[index].isSign(.assign), let name = before[index - 1].name, !own.contains(name) {
        own.append(name)
      }
    }
    let quantities: [Candidate] = own.map { ($0, "of the rule") }
    if equation.isEmpty { return quantities + [("slot", "a number to start from")] }
    guard equation.contains(where: { $0.isSign(.assign) }), equation.last?.endsOperand == false
    else { return [] }
    return quantities + (typed.isEmpty ? [] : functions)
  }

  /// The parameters of the problem that a `minimize` names.
  private var parameters: [String] {
    let end = before.lastIndex { $0.name == Word.from.rawValue } ?? before.count
    let formula = before[1..<max(1, end)]
    let only = formula.count == 1 ? formula.first?.name : nil
    if let problem = only.flatMap({ ProblemCatalog.problem(named: $0) }) {
      return problem.parameters.map { $0.name }
    }
    return freeNames(in: formula)
  }
}
