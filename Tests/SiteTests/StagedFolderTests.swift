import Foundation
import Site
import Testing

@Suite struct StagedFolderTests {
  let folder: String

  init() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("descent-site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.path
  }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func build(_ page: String) throws {
    var site = try StagedFolder(replacing: folder + "/_site")
    try site.write(page, to: "index.html")
    try site.write("x", to: "assets/deep/x.js")
    try site.publish()
  }

  @Test("a new site takes the old one's place and leaves nothing beside it")
  func swap() throws {
    try build("old")
    try build("new")
    #expect(text("_site/index.html") == "new")
    #expect(text("_site/assets/deep/x.js") == "x")
    #expect(names == ["_site"])
  }

  @Test("a build that is given up leaves the old site as it was")
  func givenUp() throws {
    try build("old")
    do {
      var site = try StagedFolder(replacing: folder + "/_site")
      try site.write("new", to: "index.html")
    }
    #expect(text("_site/index.html") == "old")
    #expect(names == ["_site"])
  }

  @Test("a folder that is no site is never replaced")
  func notASite() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/_site",
      withIntermediateDirectories: true
    )
    _ = FileManager.default.createFile(atPath: folder + "/_site/thesis.txt", contents: Data([65]))
    #expect(throws: SiteError.self) { try build("new") }
    #expect(text("_site/thesis.txt") == "A")
    #expect(names == ["_site"])
  }

  @Test("what a killed build left is removed, what only looks like it stays")
  func stale() throws {
    try build("old")
    for name in ["_site.new-123", "_site.new-design"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name,
        withIntermediateDirectories: true
      )
      _ = FileManager.default.createFile(
        atPath: folder + "/" + name + "/" + StagedFolder.mark,
        contents: Data()
      )
    }
    try build("new")
    #expect(names == ["_site", "_site.new-design"])
  }

  @Test("a build that died between two renames has lost nothing")
  func recovery() throws {
    try build("old")
    try FileManager.default.moveItem(
      atPath: folder + "/_site",
      toPath: folder + "/_site.new-99.old"
    )
    do { _ = try StagedFolder(replacing: folder + "/_site") }
    #expect(text("_site/index.html") == "old")
    #expect(names == ["_site"])
  }

  @Test("two builds cannot write one site at once")
  func lock() throws {
    var first = try StagedFolder(replacing: folder + "/_site")
    #expect(throws: SiteError.self) { try build("second") }
    try first.write("first", to: "index.html")
    try first.publish()
    #expect(text("_site/index.html") == "first")
  }
}
