import System

/// All that a site is made of, as one short text kept in the site: while it is the same, there is
/// nothing to build.
///
/// Contents count, not times, so the same inputs make the same bytes. A tool newer than the site
/// may write other pages and always builds.
struct SiteInputs {
  static let file = ".descent-inputs"

  let text: String

  init(course: String, themes: [String], siteURL: String?) throws(SiteError) {
    var hash = ContentHash()
    hash.combine(Array((siteURL ?? "").utf8))
    for folder in [course] + themes { try Self.add("", of: Folder(folder), to: &hash) }
    text = hash.text + "\n"
  }

  /// Whether a site was made of these.
  func made(_ output: String, executable: String?) -> Bool {
    let path = output + "/" + Self.file
    guard let bytes = try? NamedFile.read(path, limit: 4096), bytes == Array(text.utf8)
    else { return false }
    guard let executable, let tool = FileStatus(executable), let made = FileStatus(path)
    else { return true }
    return tool.written <= made.written
  }

  private static func add(
    _ path: String,
    of folder: Folder,
    to hash: inout ContentHash
  ) throws(SiteError) {
    // A site that is built among its sources is none of them.
    if folder.exists(path.isEmpty ? StagedFolder.mark : path + "/" + StagedFolder.mark) { return }
    for name in try folder.list(path) {
      let entry = path.isEmpty ? name : path + "/" + name
      hash.combine(Array(name.utf8))
      if folder.status(of: entry)?.kind == .folder {
        try add(entry, of: folder, to: &hash)
      } else {
        hash.combine(try folder.bytes(entry))
      }
    }
  }
}
