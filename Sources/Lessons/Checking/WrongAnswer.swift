import Formulas
import Notebook

/// A value to be tried as a wrong answer to an exercise.
struct WrongAnswer: Hashable {
  /// The variable it is a value of, where a condition compares a lone name; it fits into the blank
  /// in any case.
  var name: String?
  /// An expression of the notebook's language.
  var value: String
}

extension CheckStatement {
  /// Values that the condition may hold for: those its comparisons name, and what lies between and
  /// around the ends of an interval.
  var fitting: [WrongAnswer] {
    let ends = condition.comparisons
    var answers = ends.flatMap { end in
      (end.isEquality ? [end.value] : Self.around(end.value)).map {
        WrongAnswer(name: end.name, value: $0)
      }
    }
    for (index, end) in ends.enumerated() {
      for other in ends[..<index]
      where other.name == end.name && !(other.isEquality && end.isEquality) {
        answers.append(
          WrongAnswer(name: end.name, value: "((\(other.value)) + (\(end.value))) / 2")
        )
      }
    }
    return answers
  }

  /// Values that the condition may not hold for.
  var failing: [WrongAnswer] {
    condition.comparisons.flatMap { end in
      (Self.around(end.value).dropFirst() + ["-(\(end.value))"]).map {
        WrongAnswer(name: end.name, value: $0)
      }
    } + ["0", "1", "1000"].map { WrongAnswer(value: $0) }
  }

  /// Whether it is the same whatever the answer: it names nothing, and calls nothing of one's own.
  var isConstant: Bool { condition.names.isEmpty && !condition.callsOwn }

  private static func around(_ value: String) -> [String] {
    [value, "(\(value)) + 1", "(\(value)) - 1", "2*(\(value))", "(\(value)) / 2"]
  }
}

extension Expression {
  /// Each side of each comparison with what stands on the other, the name where that is one.
  fileprivate var comparisons: [(name: String?, value: String, isEquality: Bool)] {
    guard case .binary(let op, let left, let right, _) = self, op.isComparison else {
      return children.flatMap(\.comparisons)
    }
    return [(left, right), (right, left)].compactMap { side, other in
      // A number on one side is no place for an answer.
      if side.written != nil { return nil }
      var name: String?
      if case .name(let own, _) = side { name = own }
      return (name, other.text, op == .about || op == .equal)
    }
  }

  fileprivate var callsOwn: Bool {
    if case .call(let name, _, _) = self, FunctionCatalog.entry(name) == nil { return true }
    return children.contains(where: \.callsOwn)
  }
}
