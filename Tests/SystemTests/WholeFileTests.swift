import Foundation
import System
import Testing

@Suite struct WholeFileTests {
  private let place: Place

  init() throws { place = try Place() }

  private func write(_ text: String, to file: String) throws(SystemError) {
    let path = file.hasPrefix("/") ? file : place.path + "/" + file
    try WholeFile.write(Array(text.utf8), to: path)
  }

  @Test("a file is replaced whole, and nothing stays beside it")
  func replaces() throws {
    try place.write("a", "old and longer")
    try write("new", to: "a")
    try write("b", to: "b")
    #expect(place.text("a") == "new")
    #expect(place.names == ["a", "b"])
  }

  @Test("a link stays a link, and the file it names keeps its rights")
  func linksAndRights() throws {
    try place.write("a", "old")
    try place.shell("chmod 640 a; ln -s a link; ln -s fresh dangling")
    try write("new", to: "link")
    try write("fresh", to: "dangling")
    #expect(place.text("a") == "new")
    #expect(place.text("fresh") == "fresh")
    let kinds = try place.shell("stat -c '%a %F' a; stat -c %F link dangling")
    #expect(kinds == "640 regular file\nsymbolic link\nsymbolic link\n")
  }

  /// What cannot be written, made by a line of shell, and what is said.
  static let obstacles =
    [
      (
        "true", "no/where", "No such file or directory",
        "make its folder first, or choose another place"
      ),
      ("mkdir d", "d", "Is a directory", nil),
      ("echo old > a; chmod 444 a", "a", "Permission denied", "choose a place you may write to"),
      ("true", "/dev/full", "No space left on device", "make room on the disk, then try again"),
    ] as [(String, String, String, String?)]

  @Test("a write that fails says why, and leaves all as it was", arguments: obstacles)
  func fails(made: String, file: String, reason: String, hint: String?) throws {
    try place.shell(made)
    let names = place.names
    let error = #expect(throws: SystemError.self) { try write("x", to: file) }
    #expect(error?.message == "cannot be written: " + reason)
    #expect(error?.hint == hint)
    #expect(place.names == names)
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
    if file == "a" { #expect(place.text("a") == "old\n") }
  }

  @Test("a pipe is written in place")
  func pipe() throws {
    try place.shell("mkfifo p")
    try place.start("cat p > out")
    try write("through", to: "p")
    for _ in 0..<100 where place.text("out") != "through" { usleep(20_000) }
    #expect(place.text("out") == "through")
    #expect(try place.shell("stat -c %F p") == "fifo\n")
  }

  @Test("drafts of killed writers go with the next write, those of living ones stay")
  func sweeps() throws {
    let gone = try place.shell("sh -c 'echo $$'").trimmingCharacters(in: .whitespacesAndNewlines)
    let alive = ProcessInfo.processInfo.processIdentifier
    for name in ["a.new-\(gone)", "a.new-\(alive)", "a.new-1", "a.new-x", "ab.new-\(gone)"] {
      try place.write(name, "half")
    }
    try write("whole", to: "a")
    #expect(place.names == ["a", "a.new-1", "a.new-x", "ab.new-\(gone)"])
  }

  @Test("what was made of a file does not replace a newer one")
  func replacesWhatWasRead() throws {
    func replace(_ old: String, by new: String) throws {
      try WholeFile.replace(Array(old.utf8), with: Array(new.utf8), at: place.path + "/a")
    }
    try place.write("a", "old")
    try replace("old", by: "new")
    #expect(place.text("a") == "new")
    for newer in ["newer", "ne", "NEW"] {
      try place.write("a", newer)
      let error = #expect(throws: SystemError.self) { try replace("new", by: "mine") }
      #expect(error?.message == "has changed since it was read, and was left as it is")
      #expect(place.text("a") == newer)
    }
    try place.shell("rm a")
    #expect(throws: SystemError.self) { try replace("NEW", by: "mine") }
    try place.write("a", "old")
    try place.shell("chmod 444 a")
    let error = #expect(throws: SystemError.self) { try replace("old", by: "mine") }
    #expect(error?.message == "is read-only")
    #expect(place.names == ["a"])
    #expect(place.text("a") == "old")
  }
}
