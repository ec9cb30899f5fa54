extension Chart {
  /// The chart as an SVG element for a page.
  ///
  /// `identifier` begins the ids of its title and description and must be unique on the page.
  package func svg(identifier: String) -> String {
    CurvesSVG(self).text(identifier)
  }
}
