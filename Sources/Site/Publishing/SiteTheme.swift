import System

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder `site/`: templates, style, scripts, font, icon and the engine, read whole.
///
/// A course's own holds what differs: a file that it lacks comes from the one that came with the
/// tool.
package struct SiteTheme: Sendable {
  /// A file of the site that every page may ask for.
  struct Asset: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  private(set) var templates: [(name: String, path: String, text: String)] = []
  private(set) var assets: [Asset] = []
  private(set) var styleSheet = ""
  private(set) var themeScript = ""
  private(set) var pageScript = ""
  private(set) var icon = ""
  /// Empty where no engine was built: pages are then complete, but not live.
  private(set) var engine = ""
  private(set) var engineScript = ""
  /// The texts of `site.yml`, the course's own last.
  private(set) var settings: [(path: String, yaml: String)] = []

  /// The course's own first.
  package init(_ sources: [SiteSource]) throws(SiteError) {
    let layers = ThemeLayers(sources: sources)
    for source in sources.reversed() where source.has(Self.settingsFile) {
      let path = source.folder.path(of: Self.settingsFile)
      settings.append((path, try source.text(Self.settingsFile)))
    }
    for name in try layers.names(in: "templates", ending: ".mustache") {
      let file = "templates/" + name
      templates.append((String(name.dropLast(9)), try layers.path(of: file), try layers.text(file)))
    }
    let font = add("math", "woff2", try layers.bytes("font/math.woff2"))
    let style = try Self.joined(layers, "style", ending: ".css") { _ in true }
    // The font lies beside the style sheet.
    let fontName = String(font.split(separator: "/").last ?? "")
    styleSheet = add("style", "css", Self.replacing("math.woff2", by: fontName, in: style).utf8)
    let script = try Self.joined(layers, "script", ending: ".js") { $0 != "theme.js" }
    pageScript = add("descent", "js", Self.withoutComments(script).utf8)
    themeScript = add("theme", "js", try layers.bytes("script/theme.js"))
    icon = add("icon", "svg", try layers.bytes("icon.svg"))
    if layers.has(Self.engineFile) {
      let bytes = try layers.bytes(Self.engineFile)
      engine = add("engine", "wasm", bytes)
      engineScript = add(
        "engine",
        "js",
        "descent.engine=\"\(Data(bytes).base64EncodedString())\"\n".utf8
      )
    }
  }

  /// Whether a folder holds any part of a theme.
  package static func isTheme(_ directory: String) -> Bool {
    let folder = Folder(directory)
    return [settingsFile, "templates", "style", "script", "font", "icon.svg"]
      .contains { folder.exists($0) }
  }

  private mutating func add(_ name: String, _ ending: String, _ bytes: some Sequence<UInt8>)
    -> String
  {
    let bytes = Array(bytes)
    let path = "assets/\(name).\(ContentHash(bytes).text).\(ending)"
    assets.append(Asset(path: path, bytes: bytes))
    return path
  }

  /// The parts of one file, in the order of their names.
  private static func joined(
    _ layers: ThemeLayers,
    _ part: String,
    ending: String,
    where isPart: (String) -> Bool
  ) throws(SiteError) -> String {
    var whole = ""
    for name in try layers.names(in: part, ending: ending) where isPart(name) {
      whole += try layers.text(part + "/" + name)
    }
    return whole
  }
}

extension SiteTheme {
  private static let settingsFile = "site.yml"
  private static let engineFile = "engine/engine.wasm"

  /// Scripts without the lines that are comments and without indentation, a sixth of their weight.
  ///
  /// Where a template literal goes on over lines they stay as they are.
  private static func withoutComments(_ script: String) -> String {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: true)
    if lines.contains(where: { $0.utf8.count { $0 == UInt8(ascii: "`") } % 2 == 1 }) {
      return script
    }
    return lines.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
      .joined(separator: "\n") + "\n"
  }

  private static func replacing(_ part: String, by other: String, in text: String) -> String {
    guard let range = text.firstRange(of: part) else { return text }
    return text[..<range.lowerBound] + other + text[range.upperBound...]
  }
}
