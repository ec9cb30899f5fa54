import Foundation
import Site
import Testing

@Suite struct ServedFolderTests {
  let disk: SiteOnDisk
  let folder: ServedFolder

  init() throws {
    disk = try SiteOnDisk()
    folder = ServedFolder(disk.site)
  }

  @Test(
    "a path names a file of the site",
    arguments: [
      ("/", "<body>cover</body>\n", "index.html"),
      ("/index.html", "<body>cover</body>\n", "index.html"),
      ("/a%20b.html", "blank", "a b.html"),
      ("/assets/x.js", "script", "x.js"),
      ("//assets//x.js", "script", "x.js"),
      ("/%69ndex.html", "<body>cover</body>\n", "index.html"),
      ("/%252e%252e", "odd", "%2e%2e"),
    ]
  )
  func inside(path: String, content: String, name: String) {
    #expect(folder[path] == .file(bytes: Array(content.utf8), name: name))
  }

  @Test(
    "a path that a file system would read in a way of its own is refused",
    arguments: [
      "", "index.html", "/..", "/.", "/./index.html", "/../secret.html", "/%2e%2e/secret.html",
      "/..%2fsecret.html", "/.%2e/secret.html", "/%2E%2E/secret.html",
      "/assets/../../secret.html", "/assets/..%5c..%5csecret.html", "/..\\secret.html",
      "/index.html%00", "/index.html%00.js", "/%00", "/a%0ab", "/a%7fb", "/%2fetc/passwd",
      "/assets%2fx.js", "/%", "/%2", "/%zz", "/%+1", "/%c0%ae%c0%ae/secret.html", "/%ff",
    ]
  )
  func refused(path: String) {
    #expect(folder[path] == .malformed)
  }

  @Test(
    "no path leads out of the site, to a hidden file, or through a link",
    arguments: [
      "/way-out.html", "/folder-out/secret.html", "/folder-out/", "/within.html", "/.git/config",
      "/.descent-site", "/%2egit/config", "/assets", "/assets/", "/missing.html", "/index.html/",
      "/%252e%252e/secret.html", "/%252e%252e%252fsecret.html", "//etc/passwd", "/etc/passwd",
    ]
  )
  func outside(path: String) {
    #expect(folder[path] == .nothing)
  }

  @Test("a folder that no build made is not shown")
  func unmarked() throws {
    try FileManager.default.removeItem(atPath: disk.site + "/.descent-site")
    #expect(folder["/index.html"] == .nothing)
    #expect(ServedFolder(disk.place)["/secret.html"] == .nothing)
  }

  @Test("a site that takes another's place has another version, and the same files the same")
  func version() throws {
    let before = folder.version
    #expect(folder.version == before)
    try FileManager.default.moveItem(atPath: disk.site, toPath: disk.site + ".old")
    #expect(folder.version == "none")
    try FileManager.default.createDirectory(
      atPath: disk.site,
      withIntermediateDirectories: true
    )
    #expect(folder.version != before)
  }
}
