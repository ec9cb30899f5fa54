import Foundation
import System
import Testing

@Suite struct FolderTests {
  private let place: Place

  init() throws {
    place = try Place()
    try place.write("a.txt", "content")
    try place.write("sub/deep/b.txt", "deep")
    try place.write("outside/secret.txt", "secret")
  }

  private var folder: Folder { Folder(place.path) }

  private func text(_ file: String) throws(SystemError) -> String {
    String(decoding: try folder.read(file, limit: 100), as: UTF8.self)
  }

  @Test(
    "a regular file is read, by whatever way that stays inside",
    arguments: [
      ("a.txt", "content"), ("./a.txt", "content"), ("sub//deep/b.txt", "deep"),
      ("sub/deep/../../a.txt", "content"),
    ]
  )
  func reads(file: String, content: String) throws {
    #expect(try text(file) == content)
    try folder.check(file)
  }

  /// What is refused, made at `x`, and how its message begins.
  static let refused: [(String, String)] = [
    ("ln -s ../outside/secret.txt x", "is a symbolic link"),
    ("ln -s a.txt x", "is a symbolic link"),
    ("ln -s /proc/self/environ x", "is a symbolic link"),
    ("ln -s nowhere x", "is a symbolic link"),
    ("mkfifo x", "is a pipe, not a regular file"),
    ("mkdir x", "is a folder"),
    ("true", "cannot be read: No such file or directory"),
  ]

  @Test("nothing but a regular file is read, and what it is is said at once", arguments: refused)
  func refuses(made: String, message: String) throws {
    try place.shell(made)
    let error = #expect(throws: SystemError.self) { try folder.read("x", limit: 100) }
    #expect(error?.path == place.path + "/x")
    #expect(error?.message.hasPrefix(message) == true)
    #expect(throws: try #require(error)) { try folder.check("x") }
  }

  @Test("a link is not followed on the way either")
  func linkOnTheWay() throws {
    try place.shell("ln -s ../outside link; ln -s sub inner")
    for file in ["link/secret.txt", "inner/deep/b.txt"] {
      let error = #expect(throws: SystemError.self) { try folder.read(file, limit: 100) }
      #expect(error?.message.hasPrefix("is a symbolic link") == true)
      #expect(folder.status(of: file) == nil)
    }
  }

  @Test(
    "there is no way out",
    arguments: ["../a.txt", "sub/../../a.txt", "sub/deep/../../../x", "../"]
  )
  func leaves(file: String) {
    #expect(throws: SystemError.self) { try folder.read(file, limit: 100) }
  }

  @Test("a slash that carries an accent parts names too")
  func accents() throws {
    try place.shell("ln -s ../outside link")
    let error = #expect(throws: SystemError.self) {
      try folder.read("link/\u{301}/../secret.txt", limit: 100)
    }
    #expect(error?.message.hasPrefix("is a symbolic link") == true)
  }

  @Test("a name with a zero in it is nobody's")
  func zero() {
    #expect(throws: SystemError.self) { try folder.read("a.txt\u{0}.png", limit: 100) }
  }

  @Test("a file that is too long is not read")
  func limit() throws {
    #expect(try folder.read("a.txt", limit: 7).count == 7)
    let error = #expect(throws: SystemError.self) { try folder.read("a.txt", limit: 6) }
    #expect(error?.message == "is longer than 6 bytes")
    #expect(try folder.head("a.txt", count: 3) == Array("con".utf8))
    #expect(try folder.head("a.txt", count: 30) == Array("content".utf8))
  }

  @Test("its root may be reached through links")
  func root() throws {
    try place.shell("ln -s \"$PWD\" ../\"$(basename \"$PWD\")-link\"")
    defer { try? FileManager.default.removeItem(atPath: place.path + "-link") }
    let bytes = try Folder(place.path + "-link/").read("a.txt", limit: 100)
    #expect(bytes == Array("content".utf8))
  }

  @Test("names come in their order")
  func names() throws {
    try place.write("B.txt", "")
    #expect(try folder.names() == ["B.txt", "a.txt", "sub"])
    #expect(try folder.names(in: "sub") == ["deep"])
    #expect(throws: SystemError.self) { try folder.names(in: "a.txt") }
    #expect(throws: SystemError.self) { try folder.names(in: "nowhere") }
  }

  @Test("a new file is made, none is overwritten; a tree is removed without following a link")
  func changes() throws {
    try folder.make("new")
    try folder.make("new")
    try folder.create("new/c.txt", "c".utf8)
    #expect(throws: SystemError.self) { try folder.create("new/c.txt", "d".utf8) }
    #expect(try text("new/c.txt") == "c")
    try folder.move("new/c.txt", to: "sub/c.txt")
    #expect(try text("sub/c.txt") == "c")
    try place.shell("ln -s \"$PWD/../outside\" sub/link")
    try folder.remove("sub")
    try folder.remove("sub")
    #expect(try folder.names() == ["a.txt", "new"])
    #expect(place.text("../outside/secret.txt") == "secret")
  }
}
