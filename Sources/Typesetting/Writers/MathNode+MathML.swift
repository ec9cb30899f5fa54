extension MathNode {
  /// A `<math>` element of MathML Core for HTML.
  ///
  /// No style attributes: columns of equations carry the classes `right` and `left` on `mtd`. The
  /// alternative text is the formula's line of Unicode unless another is given.
  package func mathML(display: Bool, alternative: String? = nil) -> String {
    var writer = MathMLWriter(displayStyle: display)
    writer.output = display ? "<math display=\"block\"" : "<math"
    writer.output += " alttext=\"" + Markup.escape(alternative ?? line) + "\">"
    writer.inferredRow(self)
    writer.output += "</math>"
    return writer.output
  }
}
