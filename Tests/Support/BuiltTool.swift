package import Lessons

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The tool that was built beside these tests: its hidden subcommand renders Markdown.
package enum BuiltTool {
  package static func renderer() -> MarkdownRenderer { MarkdownRenderer(program: path) }

  package static let path: String = {
    var candidates: [String] = []
    if let own = realpath("/proc/self/exe", nil) {
      candidates.append(String(cString: own))
      free(own)
    }
    candidates += CommandLine.arguments
    for candidate in candidates {
      // A test bundle may lie some folders below the build folder.
      var parts = candidate.split(separator: "/", omittingEmptySubsequences: false)
      while parts.count > 1 {
        parts.removeLast()
        let tool = parts.joined(separator: "/") + "/descent"
        if access(tool, X_OK) == 0, !isFolder(tool) { return tool }
      }
    }
    return "descent"
  }()

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}
