import Arithmetic
import Formulas
import Optimizers

/// What a run may be that is not the one it should be: the same rule with other settings, in another
/// dialect, with a famous bug, or with a slip in one line or in two.
struct Suspects: Sendable {
  struct Suspect: Sendable {
    var words: String
    var choice: OptimizerChoice
  }

  /// What the rule should be, with the settings of the other.
  private let meant: OptimizerChoice
  /// What is said of settings that differ.
  private let difference: String?
  private var waiting: [Suspect] = []
  private let mutations: [Mutation]
  /// The slips to be tried next: one of them, and then each with each.
  private var first = 0
  private var second: Int?

  init(of found: OptimizerChoice, meaning reference: OptimizerChoice, _ session: Session) {
    let (meant, difference) = Self.taking(found, to: reference, session)
    self.meant = meant
    self.difference = difference
    // Slips are a learner's; the likeliest are those that make a line of theirs.
    let lines = found.program.sheet.equations.map { "\($0.target) = \($0.value.text)" }
    func isLikely(_ slip: Mutation) -> Bool {
      slip.equations.allSatisfy {
        lines.contains("\($0.equation.target) = \($0.equation.value.text)")
      }
    }
    let all = found.settings == nil ? Mutation.all(of: meant.program.sheet) : []
    mutations = all.filter(isLikely) + all.filter { !isLikely($0) }
    if let difference { waiting.append(Suspect(words: "only \(difference)", choice: meant)) }
    waiting += Self.forms(of: meant) + Self.otherSettings(of: meant, session)
  }

  /// The next that may explain the run; nil when there are no more.
  mutating func next() -> Suspect? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    let sheet = meant.program.sheet
    while first < mutations.count {
      let one = mutations[first]
      guard let place = second else {
        first += 1
        if first == mutations.count { (first, second) = (0, 1) }
        if let suspect = suspect(one.applied(to: sheet), one.words(of: sheet)) { return suspect }
        continue
      }
      if place >= mutations.count {
        first += 1
        second = first + 1
        continue
      }
      second = place + 1
      let other = mutations[place]
      guard one.isApart(from: other) else { continue }
      let words = "\(one.words(of: sheet)), and \(other.words(of: sheet))"
      if let suspect = suspect(other.applied(to: one.applied(to: sheet)), words) { return suspect }
    }
    return nil
  }

  private func suspect(_ sheet: RuleSheet, _ words: String) -> Suspect? {
    guard let program = try? SheetProgram<Double>(sheet) else { return nil }
    var choice = meant
    choice.program = program
    choice.settings = nil
    let also = difference.map { "; besides, \($0)" } ?? ""
    return Suspect(words: "\(words)\(also)", choice: choice)
  }
}

extension Suspects {
  /// The reference with every setting that both have as the other has it, and what differs.
  private static func taking(
    _ found: OptimizerChoice,
    to reference: OptimizerChoice,
    _ session: Session
  ) -> (OptimizerChoice, String?) {
    var meant = reference
    var differences: [String] = []
    for schedule in reference.schedules {
      guard let own = found.schedules.first(where: { $0.name == schedule.name }), own != schedule,
        own.formula.constantValue != schedule.formula.constantValue || !own.isConstant,
        let changed = try? meant.changing(
          schedule.name,
          to: own.formula,
          at: SourceRange(0, 0),
          session
        )
      else { continue }
      meant = changed
      differences.append(
        "\(schedule.name) differs: \(own.formula.text) and \(schedule.formula.text)"
      )
    }
    return (meant, differences.isEmpty ? nil : differences.joined(separator: ", and "))
  }

  /// The dialects, which are no mistakes, and the famous bugs, which are.
  private static func forms(of choice: OptimizerChoice) -> [Suspect] {
    guard let settings = choice.settings else { return [] }
    var suspects: [Suspect] = []
    func add(_ dialect: Dialect, _ bug: FamousBug?, isWhole: Bool, _ words: String) {
      var arguments = settings.named.filter { isWhole || $0.name == "alpha" }
        .map { SettingArgument.number($0.name, $0.value) }
      arguments.append(.word("dialect", dialect.rawValue))
      if let bug { arguments.append(.word("bug", bug.rawValue)) }
      guard let made = try? RuleSettings(settings.rule, arguments: arguments),
        var form = try? OptimizerReader.make(made)
      else { return }
      for schedule in choice.schedules where !schedule.isConstant {
        try? form.setSchedule(schedule.name, schedule.formula)
      }
      suspects.append(Suspect(words: words, choice: form))
    }
    for dialect in settings.rule.dialects where dialect != settings.dialect {
      let title = dialect.title
      let words = "this is \(title)\(title.hasSuffix("s") ? "'" : "'s") form of \(choice.name)"
      for isWhole in [true, false] { add(dialect, settings.bug, isWhole: isWhole, words) }
    }
    for bug in settings.rule.bugs where bug != settings.bug {
      let words = "this is \(choice.name)(bug=\(bug.rawValue)): \(bug.summary)"
      add(settings.dialect, bug, isWhole: true, words)
    }
    return suspects
  }

  /// Numbers that a setting often has.
  private static func otherSettings(
    of choice: OptimizerChoice,
    _ session: Session
  ) -> [Suspect] {
    choice.schedules.flatMap { schedule -> [Suspect] in
      guard let value = schedule.formula.constantValue else { return [] }
      let usual: [Double] =
        schedule.name == "alpha"
        ? [10 * value, 0.1 * value, 2 * value, 0.5 * value]
        : schedule.name.hasPrefix("beta")
          ? [0.9, 0.99, 0.999, 0.95, 0.5, 0]
          : schedule.name == "eps" ? [0, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-3] : []
      return usual.filter { $0 != value }.compactMap { number in
        let changed = try? choice.changing(
          schedule.name,
          to: .constant(number),
          at: SourceRange(0, 0),
          session
        )
        let text = NumberText.shortest(number)
        let words = "\(schedule.name) is \(text) there, not \(NumberText.shortest(value))"
        return changed.map { Suspect(words: words, choice: $0) }
      }
    }
  }
}
