import Lessons

/// All that a site is made of, as one short text kept in the site: while it is the same, there is
/// nothing to build.
///
/// Contents count, not times, so the same inputs make the same bytes. A tool newer than the site
/// may write other pages and always builds.
struct SiteInputs {
  static let file = ".descent-inputs"

  let text: String

  init(course: String, theme: String, siteURL: String?) throws(SiteError) {
    var hash = ContentHash()
    hash.combine(Array((siteURL ?? "").utf8))
    for folder in [course, theme] { try Self.add(folder, to: &hash) }
    text = hash.text + "\n"
  }

  /// Whether a site was made of these.
  func made(_ output: String, executable: String?) -> Bool {
    let path = output + "/" + Self.file
    guard FileBytes.exists(path), let bytes = try? FileBytes.read(path, limit: 4096) else {
      return false
    }
    if bytes != Array(text.utf8) { return false }
    guard let executable else { return true }
    return !SystemFolder.isNewer(executable, than: path)
  }

  private static func add(_ path: String, to hash: inout ContentHash) throws(SiteError) {
    for name in try SystemFolder.names(in: path) where !name.hasPrefix(".") {
      let entry = path + "/" + name
      hash.combine(Array(name.utf8))
      if SystemFolder.isFolder(entry) {
        try add(entry, to: &hash)
      } else {
        hash.combine(try SiteTheme.bytes(entry))
      }
    }
  }
}
