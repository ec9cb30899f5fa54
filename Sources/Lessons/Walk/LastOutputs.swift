import Notebook

/// What `:write` can write: the last table, the last picture, and all that was answered last.
struct LastOutputs: Sendable {
  private var table: Output?
  private var plot: Output?
  private var statements: [StatementResult] = []

  mutating func take(_ result: CellResult) {
    statements = result.statements
    for output in statements.flatMap(\.outputs) {
      switch output {
      case .table: table = output
      case .plot: plot = output
      default: break
      }
    }
  }

  /// What is written into a file of this name, or what to do to have it.
  func written(to argument: String) -> Result<WalkEffect, WriteRefusal> {
    let file = FileOperand.read(argument)
    if file.isEmpty { return .failure(WriteRefusal(words: "Say where: :write loss.csv")) }
    return content(for: file).map { .write(file: file, bytes: $0) }
  }

  private func content(for file: String) -> Result<[UInt8], WriteRefusal> {
    switch file.split(separator: ".").last {
    case "csv": return content(of: table, "table t, loss")
    case "svg": return content(of: plot, "plot loss")
    case "json":
      let isEmpty = statements.isEmpty
      return isEmpty ? .failure(WriteRefusal(words: "Nothing was answered yet.")) : .success(json)
    default:
      return .failure(
        WriteRefusal(
          words: "Say by its end what it is to be: :write loss.csv (the last table), .svg (the "
            + "last picture), .json (the last answers) or .md (the session)."
        )
      )
    }
  }

  private func content(
    of output: Output?,
    _ example: String
  ) -> Result<[UInt8], WriteRefusal> {
    guard let file = output.flatMap({ OutputFile($0) }) else {
      return .failure(WriteRefusal(words: "There is none yet; make one: \(example)"))
    }
    return .success(file.bytes)
  }

  private var json: [UInt8] {
    statements.flatMap { Array(($0.json(file: "-") + "\n").utf8) }
  }
}

/// Why `:write` writes nothing.
struct WriteRefusal: Error {
  var words: String
}
