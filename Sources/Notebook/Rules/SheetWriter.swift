import Arithmetic
package import Formulas
package import Optimizers

/// Makes a rule sheet of a rule: the rule writes itself with formulas for numbers.
///
/// While it writes, a formula is an index into `trees` with the writer's address, a plain value: a
/// rule that handled trees themselves would be several kilobytes of retains and releases in the
/// browser's engine.
struct SheetWriter {
  private(set) var trees: [Expression] = []
  private(set) var initials: [(name: String, value: Double)] = []
  private(set) var equations: [RuleSheet.Equation] = []
  private(set) var slots: [String] = []

  @inline(never)
  mutating func add(_ tree: Expression) -> Int {
    trees.append(tree)
    return trees.count - 1
  }

  /// A line of the sheet; gives its value by its name.
  ///
  /// One that changes nothing is left out: the parameter where its step waits and there is no decay.
  @inline(never)
  mutating func line(_ name: StaticString, _ value: Int) -> Int {
    if case .name(let own, _) = trees[value], own == "\(name)" { return value }
    equations.append(RuleSheet.Equation(target: "\(name)", value: trees[value]))
    return add(.variable("\(name)"))
  }

  @inline(never)
  mutating func slot(_ name: StaticString, _ initial: Double) {
    slots.append("\(name)")
    if initial != 0 { initials.append(("\(name)", initial)) }
  }
}

extension RuleSheet {
  /// The sheet of a built-in rule: its head names the settings that an equation reads.
  package init(_ settings: RuleSettings) {
    var writer = SheetWriter()
    withUnsafeMutablePointer(to: &writer) { writer in
      var update = SheetUpdate(writer: writer)
      settings.write(&update)
    }
    var read: [String] = []
    for equation in writer.equations { read += equation.value.names }
    let head = settings.named.filter { read.contains($0.name) }
    self.init(
      name: settings.rule.name,
      settings: head.map { Setting(name: $0.name, standard: .constant($0.value)) },
      initials: writer.initials,
      equations: writer.equations
    )
  }
}
