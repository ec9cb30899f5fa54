import Arithmetic
import Formulas
import Notebook

/// Whether a number in prose is what its proof computes.
struct ProofCheck {
  let proof: Proof
  /// What the expression comes to; nil where it is no number.
  let value: Double?
  /// Why it is none.
  private let obstacle: CellFailure?

  /// The proof is computed on a copy of the notebook that `player` holds there.
  init(_ proof: Proof, player: Player) {
    self.proof = proof
    let attempt = player.attempt(proof.expression, as: CellWords(), in: player.lastSession)
    let outputs = attempt.result.statements.flatMap(\.outputs)
    obstacle = attempt.failure
    if attempt.failure == nil, case .value(.number(let number))? = outputs.first,
      outputs.dropFirst().allSatisfy({ if case .note = $0 { true } else { false } })
    {
      // Prose knows no negative zero.
      value = number == 0 ? 0 : number
    } else {
      value = nil
    }
  }

  /// Digits to which a whole number is held, so that 1/(1 - 0.98) is 50.
  private static let digits = 12

  private var written: WrittenNumber? { WrittenNumber(proof.number.filter { $0 != "," }) }

  private var computed: WrittenNumber? {
    value.flatMap { WrittenNumber(NumberText.significant($0, Self.digits)) }
  }

  var holds: Bool {
    guard let written, let computed else { return false }
    return written.agrees(with: computed, tolerance: nil)
  }

  var failures: [CheckFailure] {
    if holds { return [] }
    let position = proof.position
    guard let value else {
      let reason = obstacle.map { ": " + $0.message } ?? ""
      return [
        CheckFailure(
          line: position.line,
          column: position.column,
          message: "the proof '\(proof.expression)' of \(proof.number) is no number\(reason)",
          hint: obstacle?.hint ?? "a proof is an expression whose value is one number"
        )
      ]
    }
    let digits = max(6, proof.number.count(where: \.isNumber) + 2)
    let shown = NumberText.significant(value, digits)
    return [
      CheckFailure(
        line: position.line,
        column: position.column,
        message: "the text says \(proof.number), but \(proof.expression) is \(shown)",
        hint: "if the new number is right: descent test --accept"
      )
    ]
  }

  /// The computed number written as the old one was: as many decimals, thousands set apart, its kind
  /// of minus; nil where there is nothing to write.
  var rewritten: String? {
    guard let value, value.isFinite, let written else { return nil }
    var text: String
    if written.exponent != 0 {
      text = NumberText.significant(
        value,
        proof.number.prefix { $0 != "e" }.count(where: \.isNumber)
      )
    } else if written.isWhole {
      let short = NumberText.significant(value, Self.digits)
      text = short.contains(".") ? NumberText.significant(value, 6) : short
    } else {
      text = NumberText.fixed(value, written.decimals)
    }
    if proof.number.contains(",") { text = Self.grouped(text) }
    if proof.number.contains("−") { text = text.replacing("-", with: "−") }
    return text
  }

  /// `1204.5` as `1,204.5`.
  private static func grouped(_ text: String) -> String {
    let sign = text.prefix { !$0.isNumber }
    let whole = text.dropFirst(sign.count).prefix { $0.isNumber }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + text.dropFirst(sign.count + whole.count)
  }
}
