/// The environment variables, or a table that stands for them in a test.
package struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  package init(_ table: [String: String]) {
    lookUp = { table[$0] }
  }

  private init(lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// This process's own.
  package static let process = Environment { ProcessCall.variable($0) }

  /// The value, where it is set to something.
  package subscript(name: String) -> String? {
    guard let value = lookUp(name), !value.isEmpty else { return nil }
    return value
  }
}
