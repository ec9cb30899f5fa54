import System

/// The themes of a site, the course's own first: a file that one lacks comes from the next.
struct ThemeLayers {
  let sources: [SiteSource]

  func has(_ file: String) -> Bool { sources.contains { $0.has(file) } }

  func bytes(_ file: String) throws(SiteError) -> [UInt8] { try source(of: file).bytes(file) }

  func text(_ file: String) throws(SiteError) -> String { try source(of: file).text(file) }

  /// What a file is called in messages.
  func path(of file: String) throws(SiteError) -> String {
    try source(of: file).folder.path(of: file)
  }

  /// The names in a folder, sorted, whoever has them.
  func names(in part: String, ending: String) throws(SiteError) -> [String] {
    var names: Set<String> = []
    for source in sources where source.has(part) { names.formUnion(try source.names(in: part)) }
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The one that has a file of this name; where none has it, the last, to be missed there.
  private func source(of file: String) throws(SiteError) -> SiteSource {
    guard let source = sources.first(where: { $0.has(file) }) ?? sources.last else {
      throw SiteError(.missing, file, "there is no theme", hint: "name its folder with --theme")
    }
    return source
  }
}
