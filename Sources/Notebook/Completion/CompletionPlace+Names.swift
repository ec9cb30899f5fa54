import Formulas
import Optimizers

// The names there are, each with what it is.
extension CompletionPlace {
  func candidates(for operand: Operand) -> [Candidate] {
    switch operand {
    case .formula, .condition: names
    case .picture:
      [("path", "the way down, over contours"), ("step", "what the next update does")]
        + (session.tuning == nil ? [] : [("tuning", "what tune tried: the loss over alpha")])
        + names
    // Of the many things that a number can be made of, none is likely.
    case .number, .updates: typed.isEmpty ? [] : names
    case .series: series + (typed.isEmpty ? [] : names)
    case .namedProblem: problems
    case .problem: problems + (typed.isEmpty ? definitions : names)
    case .optimizer, .run: rules.map { ("\($0.text)(", $0.summary) }
    case .network: [("mlp(", "a network: the sizes of its layers, and how it begins")]
    case .data: session.data.names.map { ($0, "a data set") }
    case .setting: running.map { ($0, "a setting") }
    case .assignment: running.map { ("\($0)=", "a setting") }
    case .parameter:
      (session.experiment?.problem.parameters.names ?? []).map { ($0, "a parameter") }
    case .name: freeNames(in: before[...]).map { ($0, "the name that varies") }
    case .topic: HelpIndex.topics(in: session)
    case .choice(let words): words.map { ($0, "") }
    case .word(let word): [(word.rawValue, "")]
    case .start, .text, .label, .rule: []
    }
  }

  /// What an expression can be made of; functions once a letter says that one is meant.
  var names: [Candidate] {
    let own: [Candidate] = session.variables.entries.map { entry in
      (entry.name, entry.value.text(precision: session.precision, width: 30))
    }
    let live: [Candidate] = (session.experiment?.quantities.names ?? []).map { name in
      (name, "of the experiment")
    }
    return own + definitions + live + (typed.isEmpty ? [] : functions + constants) + columns
  }

  var functions: [Candidate] {
    FunctionCatalog.entries.map { ("\($0.name)(", $0.summary) }
  }

  private var constants: [Candidate] {
    (ReservedWords.constants + ReservedWords.truths).map { ($0, "a constant") }
  }

  private var definitions: [Candidate] {
    session.definitions.map { ("\($0.name)(", $0.body.text) }
  }

  /// Data sets, and behind their dot the columns.
  private var columns: [Candidate] {
    typed.contains(".")
      ? session.data.columnNames.map { ($0, "data") }
      : session.data.names.map { ("\($0).", "a data set") }
  }

  private var series: [Candidate] {
    ["logspace", "linspace", "range"].compactMap { name in
      FunctionCatalog.entry(name).map { ("\($0.name)(", $0.summary) }
    }
      + session.variables.entries.compactMap { entry in
        guard case .series = entry.value else { return nil }
        return (entry.name, entry.value.text(precision: session.precision, width: 30))
      }
  }

  private var problems: [Candidate] { ProblemCatalog.problems.map { ($0.name, $0.lesson) } }

  private var rules: [Candidate] {
    RuleCatalog.entries.map { ($0.name, $0.summary) }
      + session.rules.map { ($0.name, "your own") }
  }

  /// The settings of the optimizer in use.
  private var running: [String] {
    (session.experiment?.choice?.schedules ?? []).map { $0.name }
  }

  /// The names of a formula that nothing gives a value.
  func freeNames(in formula: ArraySlice<Token>) -> [String] {
    var found: [String] = []
    for (index, token) in zip(formula.indices, formula) {
      guard let name = token.name, !found.contains(name), !ReservedWords.all.contains(name),
        CommandCatalog.command(name) == nil, Word(rawValue: name) == nil,
        session.ownValue(name) == nil
      else { continue }
      let isCall = index + 1 < before.count && before[index + 1].isSign(.open)
      if !isCall { found.append(name) }
    }
    return found
  }
}

// What can be said by name inside the brackets of a call.
extension CompletionPlace {
  func settings(of callee: String) -> [Candidate] {
    if let rule = session.rules.first(where: { $0.name == callee }) {
      return rule.settings.map { ("\($0.name)=", "a setting") }
    }
    if let entry = RuleCatalog.entries.first(where: { $0.name == callee }) {
      return (entry.settings + entry.wordSettings).map { ("\($0.name)=", $0.meaning) }
    }
    if before.first?.name == "train", callee == "mlp" {
      return NetworkReader.settings.map { ("\($0.name)=", $0.words.joined(separator: ", ")) }
    }
    let parts = FunctionCatalog.entry(callee)?.usage.split { $0 == "(" || $0 == " " || $0 == ")" }
    return (parts ?? []).compactMap { part in
      part.firstIndex(of: "=").map { (String(part[...$0]), "a setting") }
    }
  }

  /// What a setting may be: its words, or a formula.
  func values(of setting: String, in callee: String) -> [Candidate] {
    if let network = NetworkReader.settings.first(where: { $0.name == setting }), callee == "mlp" {
      return network.words.map { ($0, "") }
    }
    let entry = RuleCatalog.entries.first { $0.name == callee }
    let settings = (entry?.settings ?? []) + (entry?.wordSettings ?? [])
    switch settings.first(where: { $0.isNamed(setting) })?.kind {
    case .word(let words)?:
      return words.map { word in
        let bug = FamousBug(rawValue: word)?.summary
        return (word, bug ?? Dialect(rawValue: word).map { "as \($0.title) writes it" } ?? "")
      }
    case .boolean?: return ReservedWords.truths.map { ($0, "") }
    default: return candidates(for: .number)
    }
  }
}
