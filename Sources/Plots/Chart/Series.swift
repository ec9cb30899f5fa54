/// A named sequence of points, in order.
package struct Series: Equatable, Sendable {
  package var name: String
  package var x: [Double]
  package var y: [Double]

  /// As many points as the shorter of the two has.
  package init(_ name: String, x: [Double], y: [Double]) {
    let count = min(x.count, y.count)
    self.name = name
    self.x = x.count == count ? x : Array(x[..<count])
    self.y = y.count == count ? y : Array(y[..<count])
  }

  /// Values at `first`, `first + 1`, ...
  package init(_ name: String, _ y: [Double], from first: Double = 0) {
    self.name = name
    self.y = y
    var x: [Double] = []
    x.reserveCapacity(y.count)
    for index in y.indices { x.append(first + Double(index)) }
    self.x = x
  }

  package var count: Int { y.count }
}
