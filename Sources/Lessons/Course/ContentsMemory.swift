import System

/// Contents pages as the child read them last, kept between runs: a prompt and a list of lessons
/// then need no child.
///
/// One file a course, found by the page's path; it holds the whole text it was made of, so that a
/// changed page is never taken for the old one. It can be deleted at any time.
package struct ContentsMemory: Sendable {
  /// Changes with what the child answers.
  private static let format = Array("descent contents 1\n".utf8)

  private let folder: String

  /// `folder` is the tool's own for what it remembers.
  package init(folder: String) {
    self.folder = folder + "/contents"
  }

  func tree(of source: LessonSource, _ renderer: MarkdownRenderer) throws(LocatedError)
    -> MarkdownTree
  {
    let file = folder + "/" + Self.name(NamedFile.absolute(source.path))
    let body = source.body
    let head = Self.format + MarkdownWorker.length(of: body) + body
    if let kept = try? NamedFile.read(file, limit: 4 << 20), kept.starts(with: head) {
      var reader = WireReader(kept[head.count...])
      if let tree = reader.tree() { return tree }
    }
    let (tree, encoded) = try renderer.encodedTree(source)
    // Who cannot keep it reads it again.
    _ = try? NamedFolder.make(folder, forOwnerOnly: true)
    try? WholeFile.write(head + encoded, to: file, isPrivate: true)
    return tree
  }

  /// A name for a path: its hash (FNV-1a, 64 bits), for the path itself may be too long for one.
  private static func name(_ path: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
