import Foundation

/// A little site in a folder of its own, with secrets beside it and links that lead out.
struct SiteOnDisk {
  let place: String

  var site: String { place + "/site" }

  init() throws {
    place =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("descent-served-\(UUID().uuidString)").path
    for name in ["", "/assets", "/.git"] {
      try FileManager.default.createDirectory(
        atPath: place + "/site" + name,
        withIntermediateDirectories: true
      )
    }
    for (name, text) in [
      ("site/index.html", "<body>cover</body>\n"), ("site/a b.html", "blank"),
      ("site/404.html", "<body>lost</body>"), ("site/assets/x.js", "script"),
      ("site/assets/search.json", "{}"), ("site/%2e%2e", "odd"), ("site/.git/config", "secret"),
      ("site/.descent-site", ""), ("secret.html", "secret"),
    ] {
      try write(name, text)
    }
    for (name, target) in [
      ("site/way-out.html", "/secret.html"), ("site/folder-out", ""),
      ("site/within.html", "/site/index.html"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: place + "/" + name,
        withDestinationPath: place + target
      )
    }
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: place + "/" + name))
  }
}
