import Formulas
import Optimizers

/// Everything help knows, from the catalogs, in the order in which it is listed.
package enum HelpIndex {
  /// The entries that are the same in every session.
  package static func entries(of kind: HelpEntry.Kind) -> [HelpEntry] {
    switch kind {
    case .command: CommandCatalog.commands.map { HelpEntry($0) }
    case .optimizer: RuleCatalog.entries.map { HelpEntry($0) }
    case .function: FunctionCatalog.entries.map { HelpEntry($0) }
    case .problem: ProblemCatalog.problems.map { HelpEntry($0) }
    case .data: []
    case .setting: settingNames.compactMap { HelpEntry(setting: $0) }
    case .dialect: Dialect.allCases.map { HelpEntry($0) }
    case .bug: FamousBug.allCases.map { HelpEntry($0) }
    }
  }

  private static var settingNames: [String] {
    var names: [String] = []
    for rule in RuleCatalog.entries {
      for name in rule.settingNames where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension HelpIndex {
  /// With the session's data sets.
  package static func entries(in session: Session) -> [HelpEntry] {
    HelpEntry.Kind.allCases.flatMap { entries(of: $0, in: session) }
  }

  static func entries(of kind: HelpEntry.Kind, in session: Session) -> [HelpEntry] {
    if kind != .data { return entries(of: kind) }
    return session.data.names.compactMap { name in
      session.data.table(name).map { HelpEntry(name, $0) }
    }
  }
}
