/// A number with what it counts: `1 lesson`, `2 lessons`.
package enum CountText {
  /// `many` is what more than one are called, where that is not an `s` more.
  package static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
