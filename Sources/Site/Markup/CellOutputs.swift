package import Lessons

/// What the cells of one lesson put out, as HTML: by the line of their opening fence.
package struct CellOutputs: Equatable, Sendable {
  private var html: [Int: String] = [:]

  package init() {}

  package subscript(cell: Cell) -> String? {
    get { html[cell.lines.lowerBound] }
    set { html[cell.lines.lowerBound] = newValue }
  }
}
