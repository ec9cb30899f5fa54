import Arithmetic
import Formulas
import Data
import Networks

/// Makes a problem of `mlp(64, 32, 10, activation=tanh)` and a data set.
enum NetworkReader {
  /// A network's shape as it was written.
  struct Shape {
    var sizes: [Int]
    var activation = Activation.relu
    var initialization: Initialization?
    var text: String
    var range: SourceRange
  }

  /// How the rows of a data set are parted.
  enum Split: String, CaseIterable {
    case mod5, tail, none

    static var words: [String] { allCases.map { $0.rawValue } }

    func split(_ rowCount: Int) -> DataSplit {
      switch self {
      case .mod5: .mod5
      case .tail: .tail((rowCount + 4) / 5)
      case .none: .none
      }
    }
  }

  /// What may be said of a network by name, and the words for it.
  static let settings: [(name: String, words: [String])] = [
    ("activation", Activation.allCases.map { $0.rawValue }),
    ("init", Initialization.allCases.map { $0.rawValue }),
  ]

  /// More than this would not fit beside its history.
  private static let mostParameters = 100_000
  private static let mostLayers = 20

  static func shape(_ context: inout CommandContext) throws(Diagnostic) -> Shape {
    let (name, range) = try context.reader.name("a network such as mlp(64, 32, 10)")
    guard name == "mlp" else { throw .unknownNetwork(name, at: range) }
    guard let open = context.reader.current, open.isSign(.open), open.touchesPrevious else {
      throw .expected("the layers' sizes, as in mlp(64, 32, 10)", at: context.reader.range)
    }
    context.reader.advance()
    var parser = ExpressionParser()
    let arguments = try parser.arguments(&context.reader, closing: .close)
    let last = context.reader.tokens[context.reader.index - 1].range
    var shape = Shape(
      sizes: [],
      text: OptimizerReader.label(name, arguments),
      range: range.joined(last)
    )
    for argument in arguments {
      let place = argument.value.range ?? shape.range
      switch argument.label {
      case nil: shape.sizes.append(try size(argument.value, at: place, context.session))
      case "activation": shape.activation = try word(argument, at: place)
      case "init": shape.initialization = try word(argument, at: place)
      case let label?:
        throw .unknownSetting(label, of: name, settings.map { $0.name }, at: place)
      }
    }
    guard (2...mostLayers).contains(shape.sizes.count) else {
      throw .networkLayers(shape.sizes.count, mostLayers, at: shape.range)
    }
    let count = Architecture(sizes: shape.sizes).parameterCount
    guard count <= mostParameters else {
      throw .networkTooLarge(count, mostParameters, at: shape.range)
    }
    return shape
  }

  private static func size(
    _ expression: Expression,
    at range: SourceRange,
    _ session: Session
  ) throws(Diagnostic) -> Int {
    let value = try session.startValue(expression)
    guard value == value.rounded(), value >= 1 else {
      throw .needsCount("a layer's size", 1, value, at: range)
    }
    guard value <= Double(mostParameters) else {
      throw .tooLarge(
        "a layer",
        value,
        most: Double(mostParameters),
        at: range
      )
    }
    return Int(value)
  }

  private static func word<Choice: CaseIterable & RawRepresentable<String>>(
    _ argument: Expression.Argument,
    at range: SourceRange
  ) throws(Diagnostic) -> Choice {
    guard case .name(let word, _) = argument.value else {
      throw .expected("a word after \(argument.label ?? "")=", at: range)
    }
    return try choice(word, at: range)
  }

  /// One of a few words.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ word: String,
    at range: SourceRange
  ) throws(Diagnostic) -> Choice {
    guard let choice = Choice(rawValue: word) else {
      throw .unknownWord(word, Choice.allCases.map { $0.rawValue }, at: range)
    }
    return choice
  }

  static func problem(
    _ shape: Shape,
    on table: DataTable,
    at range: SourceRange,
    batchSize: Int,
    seed: UInt64,
    split: Split
  ) throws(Diagnostic) -> Problem {
    let training: Training<Double>
    do throws(DataError) {
      training = try Training(
        layers: shape.sizes,
        hidden: shape.activation,
        on: table,
        batchSize: batchSize,
        seed: seed,
        split: split.split(table.rowCount),
        initialization: shape.initialization
      )
    } catch {
      throw .dataMisfit(error.message, table, at: range)
    }
    let parted = split == .mod5 ? "" : " split \(split.rawValue)"
    return Problem(
      title: "\(shape.text) on \(table.name) batch \(batchSize) seed \(seed)\(parted)",
      parameters: Parameters(series: training.shape.views),
      start: training.initialParameters,
      gradient: [],
      objective: Objective(training)
    )
  }
}
