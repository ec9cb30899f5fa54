import Foundation
import Recording
import Testing

/// Modules that come with the compiler or the system, which a manifest does not name.
private let system: Set<String> = [
  "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "FoundationXML", "Glibc",
  "Synchronization", "Testing",
]

@Suite("the manifest's arrows are the imports")
struct ArrowTests {
  private let manifest: Manifest

  init() throws { manifest = try Manifest.read() }

  @Test("a module declares what it imports, and imports what it declares")
  func declarationsAreImports() throws {
    let executables = Set(manifest.targets.filter(\.isExecutable).map(\.name))
    for target in manifest.targets {
      // Tests run the tool, which must be built before them.
      let declared = target.isTest ? target.declared.subtracting(executables) : target.declared
      let imported = try target.imported.subtracting(system)
      #expect(imported.subtracting(declared).sorted() == [], "undeclared in \(target.name)")
      #expect(declared.subtracting(imported).sorted() == [], "unused in \(target.name)")
      #expect(try target.foreignHeaders == [], "headers of others in \(target.name)")
    }
  }

  @Test("the portable ring imports nothing of the system, and the public library little")
  func portableModulesAreAlone() throws {
    let arrows = Arrows(manifest)
    for target in manifest.targets where arrows.portable.contains(target.name) {
      #expect(try target.imported.intersection(system).sorted() == [], "in \(target.name)")
    }
    #expect(arrows.portable.isSuperset(of: ["Notebook", "Optimizers", "Data", "Arithmetic"]))
    let library = arrows.reach(of: "Optimizers").filter { arrows.targets[$0]?.isEmpty == false }
    #expect(library.sorted() == ["Arithmetic"])
  }

  @Test("the picture of the arrows is drawn from the manifest", arguments: pages)
  func picturesAreTrue(page: String) throws {
    let file = Manifest.root.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    let fence = try #require(
      text.firstMatch(of: /```\n(native [^`]*)\n```/),
      "no picture in \(page)"
    )
    let drawn = text.replacingCharacters(
      in: fence.1.startIndex..<fence.1.endIndex,
      with: Arrows(manifest).picture
    )
    #expect(try Recording(file).fault(of: drawn) == nil)
  }
}

private let pages = ["README.md", "CONTRIBUTING.md"]
