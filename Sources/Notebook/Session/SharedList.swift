/// A list that copies share: what is appended to a copy makes little of it anew.
///
/// A session is copied for every statement, and a long script has many. The elements lie in chunks
/// each longer than the next, as the digits of a binary number, so that there are few.
struct SharedList<Element: Sendable>: RandomAccessCollection, Sendable {
  private var chunks: [[Element]] = []
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(_ index: Int) -> Element {
    var rest = index
    for chunk in chunks {
      if rest < chunk.count { return chunk[rest] }
      rest -= chunk.count
    }
    return chunks[chunks.count][rest]
  }

  mutating func append(_ element: Element) {
    chunks.append([element])
    count += 1
    while chunks.count > 1, chunks[chunks.count - 2].count <= chunks[chunks.count - 1].count {
      let last = chunks.removeLast()
      chunks[chunks.count - 1] += last
    }
  }

  /// Takes away the last elements for as long as they are so.
  mutating func removeLast(while isUnwanted: (Element) -> Bool) {
    while let last = chunks.last?.last, isUnwanted(last) {
      chunks[chunks.count - 1].removeLast()
      count -= 1
      if chunks[chunks.count - 1].isEmpty { chunks.removeLast() }
    }
  }

  /// The first element that is so, where all behind it are as well.
  func firstIndex(sorted isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
