import Formulas
import Data
import Networks

// The words for what can be wrong with a network and its data.

extension Diagnostic {
  static func unknownNetwork(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown network '\(name)'",
      hint: "there is mlp: train mlp(64, 32, 10) on digits with adam(alpha=0.001)",
      at: range
    )
  }

  static var noNetwork: Diagnostic {
    Diagnostic(
      "there is no network to look at",
      hint: "train mlp(2, 8, 2) on moons with adam(alpha=0.02)"
    )
  }

  static func noRow(_ row: Int, _ count: Int, of data: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic("'\(data)' has no row \(row)", hint: "it has rows 1 to \(count)", at: range)
  }

  static func inputCount(_ count: Int, _ wanted: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "\(count) \(count == 1 ? "input" : "inputs") for a network with \(wanted)",
      hint: "predict 12 takes row 12 of its data",
      at: range
    )
  }

  static func noClasses(_ data: String) -> Diagnostic {
    Diagnostic(
      "the target of '\(data)' is a number: there are no classes",
      hint: "predict 1 shows what it says of a row"
    )
  }

  static func borderNeedsTwo(_ count: Int) -> Diagnostic {
    Diagnostic(
      "a border is drawn for a network of two inputs, not \(count)",
      hint: "confusion shows which classes it mixes up"
    )
  }

  static func noPicture(_ data: String, _ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "a row of '\(data)' is no square picture: it has \(count) numbers",
      hint: "digits has pictures: show digit 1 of digits",
      at: range
    )
  }

  static func tooManyLabels(_ count: Int, _ most: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "\(count) labels are too many to tell apart",
      hint: "take a label with at most \(most) values",
      at: range
    )
  }

  static func scatterNeedsTwo(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "a scatter has two expressions and a label",
      hint: "plot scatter of moons.x, moons.y by moons.label",
      at: range
    )
  }

  static func networkLayers(_ count: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      count < 2
        ? "a network has at least inputs and outputs" : "\(count) layers are more than \(most)",
      hint: "mlp(64, 32, 10) has 64 inputs, 32 hidden units and 10 outputs",
      at: range
    )
  }

  static func networkTooLarge(_ count: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "\(count) parameters are too many",
      hint: "a network here has at most \(most)",
      at: range
    )
  }

  static func unknownWord(_ word: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown word '\(word)'",
      hint: Suggestion.hint(for: word, among: known)
        ?? "it may be \(known.joined(separator: ", "))",
      at: range
    )
  }

  /// The data do not suit the network: the words are those of the data's reader.
  static func dataMisfit(
    _ message: String,
    _ table: DataTable,
    at range: SourceRange
  ) -> Diagnostic {
    let texts = table.columns.dropLast().filter { $0.isText }
    let hint: String
    if let column = texts.first {
      hint =
        "train reads every column but the label as numbers, as in digits, moons and spirals; "
        + "'\(column.name)' holds words"
    } else {
      let outputs = classCount(of: table) ?? 1
      hint = "'\(table.name)' wants mlp(\(table.columns.count - 1), ..., \(outputs))"
    }
    return Diagnostic(message, hint: hint, at: range)
  }

  private static func classCount(of table: DataTable) -> Int? {
    do throws(DataError) {
      return try TrainingData<Double>(table, isClassification: true).classCount
    } catch {
      return nil
    }
  }
}

extension Session {
  /// The error, or what is wrong with the data set that a name which is not known stands for.
  func namingData(_ error: Diagnostic) -> Diagnostic {
    let parts = error.message.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "unknown name " || parts[0] == "unknown data set ",
      var fault = data.fault(String(parts[1]))
    else { return error }
    fault.range = error.range
    return fault
  }

  /// The error, with what to look at instead where it names a measure that is not there.
  func hintingAtMeasure(_ error: Diagnostic) -> Diagnostic {
    let measures: [Measure] = [.accuracy, .testLoss, .trainAccuracy]
    for measure in measures where error.message == "unknown name '\(measure.rawValue)'" {
      var result = error
      result.hint = hint(at: measure)
      return result
    }
    return error
  }

  private func hint(at measure: Measure) -> String {
    guard let training = experiment?.problem.objective.training else {
      return "a network has it: train mlp(2, 8, 2) on moons with adam(alpha=0.02)"
    }
    if training.data.classCount == nil, measure != .testLoss {
      return "only classes are right or wrong; this network's target is a number: look at loss"
    }
    let instead = measure == .accuracy ? "train_accuracy" : "loss"
    return "with split none no rows are kept for testing: look at \(instead)"
  }
}
