import Formulas
import Plots
package import Typesetting

extension Output {
  /// The output as text, without a line feed at its end.
  package func styled(_ layout: TextLayout) -> StyledText {
    switch self {
    case .value(let value):
      return StyledText(value.text(precision: layout.precision, width: layout.width), .number)
    case .table(let table):
      return table.styled(
        width: layout.width,
        precision: layout.precision,
        symbols: layout.symbols,
        rows: layout.tableRows
      )
    case .plot(let chart, let size):
      return chart.text(
        width: size.width ?? (layout.width - 2),
        height: size.height ?? layout.plotHeight,
        symbols: layout.symbols,
        colour: layout.hasColour,
        isAsked: size != PlotSize()
      )
    case .derivation(let derivation): return derivation.styled(layout)
    case .formula(let formula):
      return StyledText(formula.rows(layout, indent: 2).joined(separator: "\n"))
    case .text(let text), .state(let text, _): return text
    case .note(let text):
      var result = StyledText("note: ", .hint)
      result.append(TextWrap.wrapped(text, width: layout.width - 6))
      return result
    }
  }
}

extension MathNode {
  /// The formula in rows for a terminal: stacked where there is room.
  func rows(_ layout: TextLayout, indent: Int) -> [String] {
    let room = layout.width - indent
    let rows = box(maximumWidth: room, symbols: layout.symbols == .ascii ? .ascii : .unicode)
    return rows.map { row in
      var line = DisplayWidth.blanks(indent) + row
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }
  }
}

extension Derivation {
  /// A heading, then each equation: in symbols, with numbers, its value.
  func styled(_ layout: TextLayout) -> StyledText {
    var text = StyledText("\(parameter) at step \(step), \(optimizer)", .heading)
    for line in lines {
      text.append("\n\n")
      let name = line.left
      let equals: MathNode = .symbol("=", .relation)
      append(.row([name, equals, line.symbols]), .plain, layout, to: &text)
      if line.numbers != line.symbols {
        text.append("\n")
        append(.row([name, equals, line.numbers]), .faint, layout, to: &text)
      }
      text.append("\n")
      let value = MathNode.signedNumber(
        Value.number(line.value).text(precision: layout.precision, width: 80)
      )
      append(.row([name, equals, value]), .number, layout, to: &text)
      if let remark = line.remark { text.append("  \(remark)", .faint) }
    }
    return text
  }

  private func append(
    _ formula: MathNode,
    _ style: TextStyle,
    _ layout: TextLayout,
    to text: inout StyledText
  ) {
    text.append(formula.rows(layout, indent: 2).joined(separator: "\n"), style)
  }
}
