import Foundation
import System
import Testing

@Suite struct WholeFileTests {
  private let place: Place

  init() throws { place = try Place() }

  private func write(_ text: String, to file: String) throws(SystemError) {
    try WholeFile.write(Array(text.utf8), to: place.path + "/" + file)
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
    try place.shell("chmod 640 a; ln -s a link")
    try write("new", to: "link")
    #expect(place.text("a") == "new")
    #expect(
      try place.shell("stat -c '%a %F' a; stat -c %F link") == "640 regular file\nsymbolic link\n"
    )
  }

  @Test("without its folder there is an error that says what to do")
  func nowhere() throws {
    let error = #expect(throws: SystemError.self) { try write("x", to: "no/where") }
    #expect(error?.message == "cannot be written: No such file or directory")
    #expect(error?.hint == "make its folder first, or choose another place")
    #expect(place.names == [])
  }
}
