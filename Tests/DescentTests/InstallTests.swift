import Foundation
import Testing

@Suite struct InstallTests {
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/make")))
  func anInstalledToolHasItsCourseItsThemeItsManualAndItsCompletions() throws {
    let tool = try Tool()
    let make = Process()
    make.executableURL = URL(filePath: "/usr/bin/make")
    make.currentDirectoryURL = Tool.root
    make.arguments = [
      "-s", "install-files", "TOOL=\(Tool.executable.path)", "DESTDIR=\(tool.folder.path)",
      "PREFIX=/usr",
    ]
    try make.run()
    make.waitUntilExit()
    #expect(make.terminationStatus == 0)
    for file in [
      "bin/descent", "share/descent/descent.schema.json",
      "share/man/man1/descent.1", "share/descent/lessons/10-adam.md",
      "share/descent/lessons/data/seattle.csv", "share/descent/site/templates/layout.mustache",
      "share/bash-completion/completions/descent", "share/zsh/site-functions/_descent",
      "share/fish/vendor_completions.d/descent.fish",
    ] {
      let path = tool.folder.appending(path: "usr/\(file)").path
      #expect(FileManager.default.fileExists(atPath: path), "\(file)")
    }
    let elsewhere = tool.folder.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    for (arguments, part) in [
      (["lessons"], ":4  Averages that remember"),
      (["build", "../usr/share/descent/lessons"], "_site: "),
    ] {
      let process = Process()
      process.executableURL = tool.folder.appending(path: "usr/bin/descent")
      process.arguments = arguments
      process.currentDirectoryURL = elsewhere
      process.environment = ["HOME": elsewhere.path]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(arguments)")
      #expect(String(decoding: text, as: UTF8.self).contains(part), "\(arguments)")
    }
  }
}
