/// Whether text that comes line by line is whole yet: an open bracket or brace asks for another line.
package struct OpenBrackets: Sendable {
  private var depth = 0
  private var isText = false
  private var isComment = false

  package init() {}

  package var areClosed: Bool { depth <= 0 }

  package mutating func read(_ source: some Sequence<UInt8>) {
    for byte in source {
      switch byte {
      case 0x0A:
        isText = false
        isComment = false
      case _ where isComment: break
      case 0x22: isText.toggle()
      case _ where isText: break
      case 0x23: isComment = true
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      default: break
      }
    }
  }
}
