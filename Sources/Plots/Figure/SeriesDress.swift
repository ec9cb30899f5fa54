/// How the n-th series of a figure looks: colour, dashes and marks, so that any one of them may
/// fail a reader.
enum SeriesDress {
  /// Okabe and Ito's colours in an order that also differs in lightness; the site's style sheet
  /// has the last word by the classes `series-0`, `series-1`, ...
  private static let colours = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f",
  ]
  private static let dashes = ["", "7 3", "2 3", "10 3 2 3", "4 2 1 2 1 2", "14 4"]
  private static let shapes = [
    "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0", "m-3-3h6v6h-6z", "m0-4l4 7h-8z", "m0-4l4 4l-4 4l-4-4z",
    "m-4-3h8l-4 7z",
  ]
  private static let points = [
    "h0", "m-3-3l6 6m0-6l-6 6", "m-4 0h8m-4-4v8", "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  ]

  static func colour(_ number: Int) -> String { colours[number % colours.count] }

  /// Colours for paths over a dark-edged field.
  static func light(_ number: Int) -> String {
    let lights = ["#ffffff", "#ffb347", "#7fdfff", "#ff9ad5", "#f0e442", "#c0c0c0"]
    return lights[number % lights.count]
  }

  static func dash(_ number: Int) -> String {
    let dash = dashes[number % dashes.count]
    return dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
  }

  static func shape(_ number: Int) -> String { shapes[number % shapes.count] }

  static func point(_ number: Int) -> String { points[number % points.count] }

  static func pointWidth(_ number: Int) -> String { number % points.count == 0 ? "4.4" : "1.4" }

  /// Class and fallback of everything drawn for a series.
  static func stroke(_ number: Int) -> String {
    "class=\"series series-\(number)\" fill=\"none\" stroke=\"\(colour(number))\""
  }

  static func fill(_ number: Int) -> String {
    "class=\"series-fill series-fill-\(number)\" fill=\"\(colour(number))\""
  }
}
