extension MathBoxWriter {
  func fenced(_ open: String, _ body: MathBox, _ close: String) -> MathBox {
    if body.height <= 1 {
      return MathBox(lines.plain(open) + (body.rows.first ?? "") + lines.plain(close))
    }
    var result = body
    if !open.isEmpty { result = fence(open, opens: true, like: body).beside(result) }
    if !close.isEmpty { result = result.beside(fence(close, opens: false, like: body)) }
    return result
  }

  /// A bracket as tall as the box.
  private func fence(_ sign: String, opens: Bool, like body: MathBox) -> MathBox {
    let pieces = symbols == .ascii ? asciiPieces(sign, opens) : unicodePieces(sign, opens)
    var rows: [String] = []
    for index in 0..<body.height {
      rows.append(pieces.row(index, of: body.height))
    }
    return MathBox(rows: rows, baseline: body.baseline)
  }

  /// What a tall bracket is built from.
  private struct Pieces {
    var top: String
    var middle: String
    var bottom: String
    /// The point of a brace, in the middle of three rows or more.
    var point: String?
    /// Top and bottom of a brace of two rows.
    var pair: (String, String)?

    func row(_ index: Int, of height: Int) -> String {
      if height == 2, let pair { return index == 0 ? pair.0 : pair.1 }
      if index == 0 { return top }
      if index == height - 1 { return bottom }
      if let point, index == height / 2 { return point }
      return middle
    }
  }

  private func unicodePieces(_ sign: String, _ opens: Bool) -> Pieces {
    switch sign {
    case "(": Pieces(top: "⎛", middle: "⎜", bottom: "⎝")
    case ")": Pieces(top: "⎞", middle: "⎟", bottom: "⎠")
    case "[": Pieces(top: "⎡", middle: "⎢", bottom: "⎣")
    case "]": Pieces(top: "⎤", middle: "⎥", bottom: "⎦")
    case "{": Pieces(top: "⎧", middle: "⎪", bottom: "⎩", point: "⎨", pair: ("⎰", "⎱"))
    case "}": Pieces(top: "⎫", middle: "⎪", bottom: "⎭", point: "⎬", pair: ("⎱", "⎰"))
    case "⌈": Pieces(top: "⎡", middle: "⎢", bottom: "⎢")
    case "⌉": Pieces(top: "⎤", middle: "⎥", bottom: "⎥")
    case "⌊": Pieces(top: "⎢", middle: "⎢", bottom: "⎣")
    case "⌋": Pieces(top: "⎥", middle: "⎥", bottom: "⎦")
    case "⟨": Pieces(top: "╱", middle: "│", bottom: "╲", point: "⟨")
    case "⟩": Pieces(top: "╲", middle: "│", bottom: "╱", point: "⟩")
    case "|": Pieces(top: "│", middle: "│", bottom: "│")
    case "‖": Pieces(top: "║", middle: "║", bottom: "║")
    default: Pieces(top: sign, middle: sign, bottom: sign)
    }
  }

  private func asciiPieces(_ sign: String, _ opens: Bool) -> Pieces {
    switch sign {
    case "(", "⟨": return Pieces(top: "/", middle: "|", bottom: "\\")
    case ")", "⟩": return Pieces(top: "\\", middle: "|", bottom: "/")
    case "{": return Pieces(top: "/", middle: "|", bottom: "\\", point: "<")
    case "}": return Pieces(top: "\\", middle: "|", bottom: "/", point: ">")
    default:
      let text = ASCIINames.text(sign)
      return Pieces(top: text, middle: text, bottom: text)
    }
  }
}
