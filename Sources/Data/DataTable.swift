/// A data set as a table: named columns of numbers or of text, all of the same length.
package struct DataTable: Equatable, Sendable {
  package var name: String
  package var columns: [DataColumn]

  package init(name: String, columns: [DataColumn]) {
    self.name = name
    self.columns = columns
  }

  package var rowCount: Int { columns.first?.count ?? 0 }

  /// The column of this name.
  package func column(_ name: String) -> DataColumn? { columns.first { $0.name == name } }

  /// The numbers of a column; nil where there is no such column or it is text.
  package func numbers(_ name: String) -> [Double]? { column(name)?.numbers }
}

/// A named column of a data set.
package struct DataColumn: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// A missing value is NaN.
    case numbers([Double])
    case text([String])
  }

  package var name: String
  package var content: Content
  /// Why it is text though it has numbers: `line 3 holds 'n/a'`.
  package var oddity: String?

  package init(name: String, content: Content, oddity: String? = nil) {
    self.name = name
    self.content = content
    self.oddity = oddity
  }

  package var count: Int {
    switch content {
    case .numbers(let values): values.count
    case .text(let values): values.count
    }
  }

  package var isText: Bool { numbers == nil }

  /// The numbers, or nil for a column of text.
  package var numbers: [Double]? {
    switch content {
    case .numbers(let values): values
    case .text: nil
    }
  }
}
