import System

/// The inputs of a site, read from the folder they belong to.
extension Folder {
  private static let largest = 64 << 20

  func bytes(_ file: String) throws(SiteError) -> [UInt8] {
    try SiteError.asking { () throws(SystemError) in try read(file, limit: Self.largest) }
  }

  func text(_ file: String) throws(SiteError) -> String {
    guard let text = String(validating: try bytes(file), as: UTF8.self) else {
      throw SiteError(.malformed, path(of: file), "is not UTF-8 text")
    }
    return text
  }

  /// The names in a folder, sorted, without hidden ones.
  func list(_ folder: String = "") throws(SiteError) -> [String] {
    let names = try SiteError.asking { () throws(SystemError) in try self.names(in: folder) }
    return names.filter { !$0.hasPrefix(".") }
  }
}
