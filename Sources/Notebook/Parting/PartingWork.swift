import Arithmetic
import Formulas

/// Two rules held against each other, update by update, on some problems; and where they part, what
/// the first of them may be.
struct PartingWork: Sendable {
  enum Purpose: Sendable {
    case look
    /// They are expected to be the same; with an author's words where they are not.
    case expectation(say: String?, SourceRange)
  }

  private let found: OptimizerChoice
  private let meant: OptimizerChoice
  private let problems: [Problem]
  private let updates: Int
  private let purpose: Purpose
  /// The runs of the first, problem by problem.
  private var runs: [Trajectory] = []
  /// The first place where they part on each problem that was looked at.
  private var partings: [Trajectory.Parting?] = []
  private var suspects: Suspects?
  /// The known mistake whose runs equal those of the first.
  private var cause: String?
  private(set) var isDone = false
  private(set) var done = 0

  init(
    _ found: OptimizerChoice,
    _ meant: OptimizerChoice,
    on problems: [Problem],
    updates: Int,
    purpose: Purpose
  ) {
    self.found = found
    self.meant = meant
    self.problems = problems
    self.updates = updates
    self.purpose = purpose
  }

  var total: Int { problems.count * updates }

  mutating func advance(
    _ context: inout CommandContext,
    budget: Int
  ) throws(Diagnostic) -> Int {
    var spent = 0
    while spent < budget, !isDone {
      if runs.count < problems.count || runs.last?.isDone == false {
        spent += run(budget - spent)
      } else if partings.count < problems.count {
        partings.append(runs[partings.count].parting(from: meant, strictly: true))
        spent += updates * problems[partings.count - 1].objective.updateCost
      } else if let first = partings.compactMap({ $0 }).first, !first.isOverflow, cause == nil {
        var rest = suspects ?? Suspects(of: found, meaning: meant, context.session)
        // To make a rule of a sheet takes as long as some updates.
        spent += 100
        if let suspect = rest.next() {
          if runs.allSatisfy({ $0.parting(from: suspect.choice, strictly: false) == nil }) {
            cause = suspect.words
          }
        } else {
          isDone = true
        }
        suspects = rest
      } else {
        isDone = true
      }
    }
    if isDone { try judge(context.session) }
    return spent
  }

  private mutating func run(_ budget: Int) -> Int {
    if runs.last?.isDone != false {
      runs.append(Trajectory(problems[runs.count], found, updates: updates))
    }
    let last = runs.count - 1
    let cost = problems[last].objective.updateCost
    let made = runs[last].advance(max(budget / cost, 1))
    done += made
    return max(made, 1) * cost
  }

  /// A failed expectation is thrown.
  private func judge(_ session: Session) throws(Diagnostic) {
    guard case .expectation(let say, let range) = purpose,
      let place = partings.firstIndex(where: { $0 != nil })
    else { return }
    var message = words(place, session)
    if let cause { message += "; \(cause)" }
    throw Diagnostic(say ?? message, at: range, kind: .expectation)
  }

  func finish(_ context: inout CommandContext, stopped: Work.Stopped?) {
    if case .look = purpose {
      for place in partings.indices {
        context.answer(words(place, context.session))
        if partings[place]?.isOverflow == false, let table = comparison(place)?.table {
          context.answer(.table(table))
        }
      }
      if let cause { context.note(cause) }
      if isDone, cause == nil, found.settings == nil,
        partings.contains(where: { $0?.isOverflow == false })
      {
        context.note("no known mistake makes these updates")
      }
    }
    context.noteStopped(stopped, goesOn: false)
  }
}

extension PartingWork {
  /// What is to be said of one problem.
  private func words(_ place: Int, _ session: Session) -> String {
    let title = problems[place].title
    guard let parting = partings[place] else {
      let made = runs[place].made
      let end = made < updates ? "; a setting leaves its range then" : ""
      return "\(title): the same for \(made) updates\(end)"
    }
    if parting.here.isNaN, parting.there.isNaN {
      return
        "\(title): \(meant.label) stops before update \(parting.update), as a setting leaves its "
        + "range"
    }
    if parting.isOverflow {
      return "\(title): both leave the range of numbers at update \(parting.update)"
    }
    func text(_ value: Double) -> String { NumberText.significant(value, session.precision) }
    var quantity = problems[place].parameters.name(of: parting.parameter)
    var values = (here: parting.here, there: parting.there)
    if let line = comparison(place)?.first {
      quantity = line.name
      values = (line.here, line.there)
    }
    // Numbers that look alike are told to the last digit.
    var shown = (here: text(values.here), there: text(values.there))
    if shown.here == shown.there {
      shown = (NumberText.shortest(values.here), NumberText.shortest(values.there))
    }
    return "\(title): at update \(parting.update) \(quantity) is \(shown.here), not \(shown.there)"
  }

  /// The lines of both rules at the update at which they part, and the first that is not equal.
  private func comparison(
    _ place: Int
  ) -> (table: Table, first: (name: String, here: Double, there: Double)?)? {
    guard let parting = partings[place],
      let here = try? lines(of: found, problems[place], parting),
      let there = try? lines(of: meant, problems[place], parting)
    else { return nil }
    var rows: [[Table.Cell]] = []
    var first: (name: String, here: Double, there: Double)?
    let name = problems[place].parameters.name(of: parting.parameter)
    for line in here {
      let other = there.first { $0.name == line.name }
      rows.append([
        .text(line.name), .number(line.value), other.map { .number($0.value) } ?? .missing,
      ])
      guard let other, first == nil else { continue }
      let most = 1e-12 * max(1, abs(line.value), abs(other.value))
      if abs(line.value - other.value) <= most { continue }
      let isParameter = line.name == name || line.name == "d\(name)"
      first = (isParameter ? line.name : "\(line.name).\(name)", line.value, other.value)
    }
    for line in there where !here.contains(where: { $0.name == line.name }) {
      rows.append([.text(line.name), .missing, .number(line.value)])
    }
    let columns = ["update \(parting.update)", found.label, meant.label]
    return (Table(columns: columns, rows: rows), first)
  }

  private func lines(
    of choice: OptimizerChoice,
    _ problem: Problem,
    _ parting: Trajectory.Parting
  ) throws(Diagnostic) -> [Derivation.Line] {
    var experiment = try Experiment(problem, choice)
    var engine: Engine?
    _ = experiment.advance(parting.update, with: &engine)
    return try Explanation(experiment, parting.update, digits: 6).lines(of: parting.parameter)
  }
}
