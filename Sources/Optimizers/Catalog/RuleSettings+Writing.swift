extension RuleSettings {
  /// Writes an update of the rule with these settings.
  package func write<U: Update>(_ on: inout U) {
    var writer = Writer(settings: self, on: on)
    visitRules(&writer)
    on = writer.on
  }

  private struct Writer<U: Update>: RuleVisitor {
    let settings: RuleSettings
    var on: U

    mutating func visit<R: BuiltInRule>(_: R.Type) {
      if R.entries.contains(settings.rule) { Frame(settings).write(R(settings), &on) }
    }
  }
}
