/// Anchors the way GitHub makes them: lower case, blanks to hyphens, marks dropped, repeats
/// numbered.
struct Anchors {
  private var counts: [String: Int] = [:]

  mutating func next(_ heading: String) -> String {
    let slug = Self.slug(heading)
    let count = counts[slug, default: 0]
    counts[slug] = count + 1
    return count == 0 ? slug : "\(slug)-\(count)"
  }

  static func slug(_ heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        slug.append("-")
      } else if scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        slug.append(scalar)
      }
    }
    // An empty id is none, and `#` is the top of the page.
    return slug.isEmpty ? "section" : String(slug)
  }
}
