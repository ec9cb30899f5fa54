package import Formulas

/// Values by name, in the order of their first assignment.
///
/// A session is copied for every statement. This is a tree by the bits of the names' hashes, so that
/// a copy and what is changed in it share all but the way to the change.
package struct Named<Value: Sendable>: Sendable {
  package typealias Entry = (name: String, value: Value)

  private struct Leaf: Sendable {
    var name: String
    var order: Int
    var value: Value
  }

  private indirect enum Node: Sendable {
    case leaves([Leaf])
    /// Sixteen of them, by the next four bits.
    case branch([Node])
  }

  private static var mostLeaves: Int { 8 }
  private static var deepest: Int { 16 }

  private var root = Node.leaves([])
  private var nextOrder = 0
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  package subscript(_ name: String) -> Value? {
    get {
      var node = root
      var hash = Self.hash(name)
      while case .branch(let inner) = node {
        node = inner[Int(hash & 15)]
        hash >>= 4
      }
      guard case .leaves(let leaves) = node else { return nil }
      for leaf in leaves where leaf.name == name { return leaf.value }
      return nil
    }
    set {
      root = changed(root, name, newValue, Self.hash(name), depth: 0)
    }
  }

  package var entries: [Entry] {
    var leaves: [Leaf] = []
    leaves.reserveCapacity(count)
    Self.collect(root, &leaves)
    leaves.sort { $0.order < $1.order }
    return leaves.map { ($0.name, $0.value) }
  }

  package var names: [String] { entries.map { $0.name } }
}

extension Named {
  private mutating func changed(
    _ node: Node,
    _ name: String,
    _ value: Value?,
    _ hash: UInt64,
    depth: Int
  ) -> Node {
    switch node {
    case .branch(var inner):
      let place = Int(hash & 15)
      inner[place] = changed(inner[place], name, value, hash >> 4, depth: depth + 1)
      return .branch(inner)
    case .leaves(var leaves):
      let place = leaves.firstIndex { $0.name == name }
      switch (place, value) {
      case (let place?, let value?): leaves[place].value = value
      case (let place?, nil):
        leaves.remove(at: place)
        count -= 1
      case (nil, nil): break
      case (nil, let value?):
        leaves.append(Leaf(name: name, order: nextOrder, value: value))
        nextOrder += 1
        count += 1
      }
      if leaves.count <= Self.mostLeaves || depth == Self.deepest { return .leaves(leaves) }
      var parts = [[Leaf]](repeating: [], count: 16)
      for leaf in leaves {
        parts[Int((Self.hash(leaf.name) >> UInt64(4 * depth)) & 15)].append(leaf)
      }
      return .branch(parts.map { .leaves($0) })
    }
  }

  private static func collect(_ node: Node, _ leaves: inout [Leaf]) {
    switch node {
    case .leaves(let own): leaves += own
    case .branch(let inner): for node in inner { collect(node, &leaves) }
    }
  }

  /// Fowler, Noll and Vo's, the same on every machine; its high bits are folded in, for the low ones
  /// of short names differ little.
  private static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}

extension Named: Equatable where Value: Equatable {
  package static func == (a: Named, b: Named) -> Bool {
    if a.count != b.count { return false }
    for (x, y) in zip(a.entries, b.entries) where x.name != y.name || x.value != y.value {
      return false
    }
    return true
  }
}

/// What is assigned.
package typealias NamedValues = Named<Value>
