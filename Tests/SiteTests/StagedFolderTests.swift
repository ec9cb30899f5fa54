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

  private func write(_ path: String, _ text: String) throws {
    let file = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
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

  @Test("a site that is a link has what it leads to replaced, and stays a link")
  func link() throws {
    for target in ["there", "elsewhere/new"] {
      let link = folder + "/_site"
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      try build("old")
      try build("new")
      #expect(text(target + "/index.html") == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    }
    #expect(names == ["_site", "elsewhere", "there"])
  }

  @Test("the repository, the host's name and what is named outlive a build")
  func kept() throws {
    for name in ["_site/.git/config", "_site/CNAME", "_site/stats.txt", "_site/old.txt"] {
      try write(name, name)
    }
    try write("_site/" + StagedFolder.mark, "")
    do {
      var site = try StagedFolder(replacing: folder + "/_site", keeping: ["stats.txt", "none"])
      try site.write("new", to: "index.html")
      #expect(throws: SiteError.self) { try site.write("x", to: "CNAME") }
      try site.publish()
    }
    #expect(text("_site/.git/config") == "_site/.git/config")
    #expect(text("_site/CNAME") == "_site/CNAME")
    #expect(text("_site/stats.txt") == "_site/stats.txt")
    #expect(text("_site/old.txt") == nil)
    #expect(names == ["_site"])
  }

  @Test("a folder with nothing but what is kept is as good as an empty one")
  func worktree() throws {
    try write("_site/.git", "gitdir: x")
    try build("new")
    #expect(text("_site/.git") == "gitdir: x")
    #expect(text("_site/index.html") == "new")
  }

  @Test("what a build that died after the swap had yet to keep is kept by the next")
  func rescue() throws {
    try build("new")
    try write("_site/" + StagedFolder.mark, "stats.txt\n")
    try write("_site.new-99/" + StagedFolder.mark, "")
    try write("_site.new-99/.git/config", "c")
    try write("_site.new-99/stats.txt", "s")
    do { _ = try StagedFolder(replacing: folder + "/_site") }
    #expect(text("_site/.git/config") == "c")
    #expect(text("_site/stats.txt") == "s")
    #expect(names == ["_site"])
  }

  @Test("the folders above are made, and go again where nothing was built")
  func parents() throws {
    do { _ = try StagedFolder(replacing: folder + "/a/b/_site") }
    #expect(names == [])
    var site = try StagedFolder(replacing: folder + "/a/b/_site")
    try site.publish()
    #expect(names == ["a"])
  }

  @Test("two sites side by side are built at once")
  func siblings() throws {
    do {
      var first = try StagedFolder(replacing: folder + "/one")
      var second = try StagedFolder(replacing: folder + "/two")
      try second.publish()
      try first.publish()
    }
    #expect(names == ["one", "two"])
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
