import Foundation
import Site
import Testing

@Suite struct ServedFolderTests {
  let folder: ServedFolder

  init() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("descent-served-\(UUID().uuidString)").path
    let site = place + "/site"
    for name in ["", "/assets", "/.git"] {
      try FileManager.default.createDirectory(
        atPath: site + name,
        withIntermediateDirectories: true
      )
    }
    for (name, text) in [
      ("/site/index.html", "cover"), ("/site/a b.html", "blank"), ("/site/assets/x.js", "script"),
      ("/site/.git/config", "secret"), ("/site/.descent-site", ""), ("/secret.html", "secret"),
    ] {
      #expect(FileManager.default.createFile(atPath: place + name, contents: Data(text.utf8)))
    }
    try FileManager.default.createSymbolicLink(
      atPath: site + "/way-out.html",
      withDestinationPath: place + "/secret.html"
    )
    try FileManager.default.createSymbolicLink(
      atPath: site + "/folder-out",
      withDestinationPath: place
    )
    folder = ServedFolder(site)
  }

  @Test(
    "a path names a file of the site",
    arguments: [
      ("/", "cover", "text/html; charset=utf-8"),
      ("/index.html", "cover", "text/html; charset=utf-8"),
      ("/a%20b.html", "blank", "text/html; charset=utf-8"),
      ("/assets/x.js", "script", "text/javascript; charset=utf-8"),
      ("//assets//x.js", "script", "text/javascript; charset=utf-8"),
    ]
  )
  func inside(path: String, content: String, type: String) {
    #expect(folder.file(at: path) == ServedFolder.File(bytes: Array(content.utf8), type: type))
  }

  @Test(
    "no path leads out of the site, to a hidden file, or through a link",
    arguments: [
      "", "index.html", "/..", "/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html",
      "/.%2e/secret.html", "/assets/../../secret.html", "/assets/..%5c..%5csecret.html",
      "/%252e%252e/secret.html", "/way-out.html", "/folder-out/secret.html", "/.git/config",
      "/.descent-site", "/%2egit/config", "/assets", "/missing.html", "/index.html%00.js",
      "/index.html/", "/%", "/%zz", "/%c0%ae%c0%ae/secret.html",
    ]
  )
  func outside(path: String) {
    #expect(folder.file(at: path) == nil)
  }
}
