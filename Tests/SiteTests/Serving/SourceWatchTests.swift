import Foundation
import Site
import Testing

@Suite struct SourceWatchTests {
  private func expect(
    _ watch: inout SourceWatch,
    changed: Bool,
    at place: SourceLocation = #_sourceLocation
  ) {
    let hasChanged = watch.hasChanged()
    #expect(hasChanged == changed, sourceLocation: place)
  }

  @Test("each change is seen once: a file written, made, removed, even with its date kept")
  func changes() throws {
    let disk = try SiteOnDisk()
    let folder = disk.place + "/lessons"
    try FileManager.default.createDirectory(
      atPath: folder + "/data",
      withIntermediateDirectories: true
    )
    try disk.write("lessons/one.md", "one")
    var watch = SourceWatch([folder])
    expect(&watch, changed: false)
    try disk.write("lessons/one.md", "two")
    expect(&watch, changed: true)
    expect(&watch, changed: false)
    try disk.write("lessons/data/new.csv", "1")
    expect(&watch, changed: true)
    let file = folder + "/one.md"
    let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    try disk.write("lessons/one.md", "six")
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: file)
    expect(&watch, changed: true)
    try FileManager.default.removeItem(atPath: file)
    expect(&watch, changed: true)
    expect(&watch, changed: false)
  }

  @Test("hidden files, and a site built among its sources, are none of them")
  func ignored() throws {
    let disk = try SiteOnDisk()
    var watch = SourceWatch([disk.place])
    try disk.write("site/index.html", "again")
    try disk.write(".swap", "again")
    expect(&watch, changed: false)
    try disk.write("secret.html", "again")
    expect(&watch, changed: true)
  }
}
