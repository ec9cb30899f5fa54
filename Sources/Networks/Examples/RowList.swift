/// Row numbers of examples, kept as 32-bit integers in memory that someone else owns.
struct RowList {
  let memory: UnsafeMutableRawPointer
  let count: Int

  subscript(_ index: Int) -> Int {
    get { Int(memory.loadUnaligned(fromByteOffset: 4 * index, as: Int32.self)) }
    nonmutating set {
      memory.storeBytes(
        of: Int32(truncatingIfNeeded: newValue),
        toByteOffset: 4 * index,
        as: Int32.self
      )
    }
  }

  /// Some of the rows, in the same memory.
  func part(_ range: Range<Int>) -> RowList {
    RowList(memory: memory + 4 * range.lowerBound, count: range.count)
  }

  /// Numbers the rows from `first` on.
  func number(from first: Int = 0) {
    for index in 0..<count { self[index] = first + index }
  }
}
