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
    case .topic: HelpTopic.entries
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

  /// Every name that `help` knows, each with a line; what a page needs beside them is not made.
  static func topics(in session: Session) -> [(text: String, summary: String)] {
    var topics: [(text: String, summary: String)] = CommandCatalog.commands.map {
      ($0.name, $0.summary)
    }
    topics += RuleCatalog.entries.map { ($0.name, $0.summary) }
    topics += session.rules.map { ($0.name, "your own") }
    topics += FunctionCatalog.entries.map { ($0.name, $0.summary) }
    topics += ProblemCatalog.problems.map { ($0.name, $0.lesson) }
    topics += session.data.names.map { ($0, "a data set") }
    topics += settingNames.map { ($0, "a setting") }
    topics += Dialect.allCases.map { ($0.rawValue, "rules as \($0.title) writes them") }
    topics += FamousBug.allCases.map { ($0.rawValue, $0.summary) }
    topics += HelpTopic.entries.map { ($0.name, $0.summary) }
    topics += HelpEntry.Kind.lists.map { ($0.name, "what there is") }
    return topics
  }

  /// The first of that name; the kinds after its own are not made for it.
  static func entry(_ name: String, in session: Session) -> HelpEntry? {
    for kind in HelpEntry.Kind.allCases {
      for entry in entries(of: kind, in: session) where entry.name == name { return entry }
    }
    return nil
  }

  static func entries(of kind: HelpEntry.Kind, in session: Session) -> [HelpEntry] {
    kind == .data ? session.data.names.map { HelpEntry(data: $0) } : entries(of: kind)
  }
}
