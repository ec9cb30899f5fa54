import Lessons
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the course is: the folder named, `lessons` here, or the one that came with the tool.
enum CourseLocation {
  static func directory(_ named: String? = nil) -> String {
    if let named { return named }
    if let named = Environment.process["DESCENT_COURSE"] { return named }
    if FileBytes.exists("lessons/\(Course.contentsFile)") { return "lessons" }
    return besideTheTool ?? "lessons"
  }

  /// Where a new lesson goes: never into the course that came with the tool.
  static var ofTheAuthor: String { Environment.process["DESCENT_COURSE"] ?? "lessons" }

  /// How the site looks: `site` here, beside the course, or beside the one that came with the tool.
  static func theme(for course: String) -> String {
    let places =
      ["site", parent(course) + "/site"] + (besideTheTool.map { [parent($0) + "/site"] } ?? [])
    return places.first { FileBytes.exists("\($0)/templates/layout.mustache") } ?? "site"
  }

  /// `share/descent/lessons` beside the tool's `bin`, or `lessons` above the folder it was built in.
  private static var besideTheTool: String? {
    guard var folder = Self.executable.map(Self.parent) else { return nil }
    let installed = "\(parent(folder))/share/descent/lessons"
    if FileBytes.exists("\(installed)/\(Course.contentsFile)") { return installed }
    for _ in 0..<5 {
      folder = parent(folder)
      if FileBytes.exists("\(folder)/lessons/\(Course.contentsFile)") { return "\(folder)/lessons" }
    }
    return nil
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    if slash == path.startIndex { return "/" }
    return String(path[..<slash])
  }

  /// The tool's own file.
  static var executable: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    #if canImport(Glibc)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    #else
    var size = UInt32(buffer.count)
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    #endif
    return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }
}
