/// The equations of an optimizer, in the notebook's own language.
///
/// `explain`, `help`, the site's formula, a learner's own `rule` and the tests read this one sheet.
/// Inside, `w` is any parameter, `g` its gradient, `t` the number of the update (1 at the first).
/// A name that is read before it is assigned is a slot: it is remembered from one update to the
/// next and starts at 0, or as `slot s = 0.1` says.
package struct RuleSheet: Equatable, Sendable {
  package struct Setting: Equatable, Sendable {
    package var name: String
    package var standard: Expression

    package init(name: String, standard: Expression) {
      self.name = name
      self.standard = standard
    }
  }

  package struct Slot: Equatable, Sendable {
    package var name: String
    package var initial: Double
    /// One value for all parameters, because it depends on none of them.
    package var isScalar: Bool
  }

  package struct Equation: Equatable, Sendable {
    package var target: String
    package var value: Expression

    package init(target: String, value: Expression) {
      self.target = target
      self.value = value
    }
  }

  package var name: String
  package var settings: [Setting]
  package var slots: [Slot]
  package var equations: [Equation]

  /// Names a sheet reads without assigning them.
  package static let given = ["w", "g", "t", "epoch"]

  package init(parsing text: String) throws(Diagnostic) {
    var lexer = Lexer(text)
    var reader = TokenReader(try lexer.nextStatement() ?? [])
    self = try RuleSheetParser.sheet(&reader)
    if let extra = reader.current { throw .unexpected(extra) }
  }

  package init(
    name: String,
    settings: [Setting],
    initials: [(name: String, value: Double)],
    equations: [Equation]
  ) {
    self.name = name
    self.settings = settings
    self.equations = equations
    slots = []
    let scalars = Self.scalarNames(settings.map { $0.name }, equations)
    var assigned: [String] = []
    for equation in equations {
      for read in equation.read.names where isSlot(read, before: assigned) {
        let initial = initials.first { $0.name == read }?.value ?? 0
        slots.append(Slot(name: read, initial: initial, isScalar: scalars.contains(read)))
      }
      assigned.append(equation.target)
    }
  }

  private func isSlot(_ name: String, before assigned: [String]) -> Bool {
    !assigned.contains(name) && !Self.given.contains(name) && name != "pi" && name != "inf"
      && !settings.contains { $0.name == name } && !slots.contains { $0.name == name }
      && equations.contains { $0.target == name }
  }

  /// Whether a quantity is one number for all parameters.
  package func isShared(_ name: String) -> Bool {
    Self.scalarNames(settings.map { $0.name }, equations).contains(name)
  }

  /// Assigned names that depend neither on `w` nor on `g`, directly or through others, but for
  /// totals of all parameters.
  private static func scalarNames(_ settings: [String], _ equations: [Equation]) -> [String] {
    var elementwise = ["w", "g"]
    var grew = true
    while grew {
      grew = false
      for equation in equations where !elementwise.contains(equation.target) {
        if equation.total?.isOfLayer == false { continue }
        if equation.read.names.contains(where: { elementwise.contains($0) }) {
          elementwise.append(equation.target)
          grew = true
        }
      }
    }
    return equations.map { $0.target }.filter { !elementwise.contains($0) }
  }

  /// The sheet as it is kept for other cells, whose text it does not stand in.
  package var withoutPlaces: RuleSheet {
    var sheet = self
    for index in settings.indices {
      sheet.settings[index].standard = settings[index].standard.placed(at: Place())
    }
    for index in equations.indices {
      sheet.equations[index].value = equations[index].value.placed(at: Place())
    }
    return sheet
  }

  /// Every quantity the rule computes beside `w`, in order of its equations.
  package var quantities: [String] {
    var names: [String] = []
    for equation in equations where equation.target != "w" && equation.target != "g" {
      if !names.contains(equation.target) { names.append(equation.target) }
    }
    return names
  }

  /// The sheet in the language, as a learner would write it.
  package var text: String {
    let head = settings.map { "\($0.name)=\($0.standard.text)" }.joined(separator: ", ")
    var lines = ["rule \(name)(\(head)) {"]
    for slot in slots where slot.initial != 0 {
      lines.append("  slot \(slot.name) = \(Expression.constant(slot.initial).text)")
    }
    for equation in equations { lines.append("  \(equation.target) = \(equation.value.text)") }
    return (lines + ["}"]).joined(separator: "\n")
  }
}
