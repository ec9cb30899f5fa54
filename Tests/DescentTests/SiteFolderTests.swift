import Foundation
import Testing

/// What a build leaves in the folder it works in, however it ends.
@Suite struct SiteFolderTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "c"),
      withIntermediateDirectories: true
    )
    try tool.write("# A course\n\n1. [One](one.md): a lesson.\n", to: "c/README.md")
    try tool.write("# One\n\n```descent\n1 + 1\n```\n\n```output\n2\n```\n", to: "c/one.md")
  }

  @Test(
    "a build that is asked to end leaves nothing behind",
    arguments: [("INT", 130), ("TERM", 143)]
  )
  func stopped(signal: String, status: Int32) throws {
    try tool.write(
      "# One\n\n```descent timeout=300\nminimize x^2 from 3 with adam(1e-9)\nstep 30000000\n```\n",
      to: "c/one.md"
    )
    let outcome = try tool.sh(
      """
      descent build c -o a/b/out & child=$!
      while ! [ -d a/b/out.new-$child/assets ]; do sleep 0.1; done
      kill -\(signal) $child; wait $child; echo $?; ls -A a
      """
    )
    #expect(outcome.output == "\(status)\n")
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appending(path: "a").path))
  }

  @Test("a limit on the size of files is an error with its place, not a sudden end")
  func limited() throws {
    let outcome = try tool.sh("ulimit -f 20; descent build c -o out")
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("error: cannot be written: File too large"))
    #expect(outcome.errors.contains("hint: allow larger files, with 'ulimit -f'"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appending(path: "out").path))
  }

  @Test("output that nobody gets is told as such")
  func full() throws {
    let outcome = try tool.sh("descent progress export > /dev/full")
    #expect(outcome.status == 73)
    #expect(
      outcome.errors == """
        standard output: error: cannot be written: No space left on device
        hint: make room on the disk, then try again

        """
    )
  }
}
