extension DisplayWidth {
  /// Texts of at most `width` columns by which those that differ can still be told apart.
  ///
  /// A text too wide keeps its beginning and its end, as `shortened` does. Where others then read
  /// the same, it keeps its beginning and the part in which it departs from them; where there is no
  /// room even for that, it ends with a number.
  package static func shortened(
    _ texts: [String],
    to width: Int,
    mark: String = "…"
  ) -> [String] {
    var short = texts.map { shortened($0, to: width, mark: mark) }
    for attempt in 0...1 {
      for twins in clashes(texts, short) {
        for (number, index) in twins.enumerated() {
          short[index] =
            attempt == 0
            ? departing(texts[index], from: twins.map { texts[$0] }, to: width, mark: mark)
            : numbered(texts[index], number + 1, to: width, mark: mark)
        }
      }
    }
    return texts.map { text in short[texts.firstIndex(of: text) ?? 0] }
  }

  /// The places of different texts that were shortened to the same, each text once.
  private static func clashes(_ texts: [String], _ short: [String]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in texts.indices where !texts[..<index].contains(texts[index]) {
      if let group = groups.firstIndex(where: { short[$0[0]] == short[index] }) {
        groups[group].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.filter { $0.count > 1 }
  }

  /// A third of the room for the beginning, the rest for what follows the shared part.
  private static func departing(
    _ text: String,
    from others: [String],
    to width: Int,
    mark: String
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var shared = scalars.count
    for other in others where other != text {
      var count = 0
      for (one, two) in zip(scalars, other.unicodeScalars) {
        if one != two { break }
        count += 1
      }
      shared = min(shared, count)
    }
    let head = truncated(text, to: max(width / 3, 1), mark: "")
    let room = width - columns(head) - columns(mark)
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[max(shared - 2, 0)...])
    return room < 4
      ? truncated(text, to: width, mark: mark)
      : head + mark + truncated(String(rest), to: room, mark: mark)
  }

  private static func numbered(
    _ text: String,
    _ number: Int,
    to width: Int,
    mark: String
  ) -> String {
    let end = "\(mark)\(number)"
    return truncated(text, to: max(width - columns(end), 0), mark: "") + end
  }
}
