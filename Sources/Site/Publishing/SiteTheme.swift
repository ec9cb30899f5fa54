import System

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
  private let folders: [Folder]

  package init(directories: [String]) throws(SiteError) {
    folders = directories.map { Folder($0) }
    for folder in folders.reversed() where folder.exists(Self.settingsFile) {
      let path = folder.path(of: Self.settingsFile)
      settings.append((path, try folder.text(Self.settingsFile)))
    }
    for name in try names(in: "templates", ending: ".mustache") {
      let file = "templates/" + name
      let folder = folder(with: file)
      templates.append((String(name.dropLast(9)), folder.path(of: file), try folder.text(file)))
    }
    let font = add("math", "woff2", try bytes("font/math.woff2"))
    let style = try joined("style", ending: ".css") { _ in true }
    // The font lies beside the style sheet.
    let fontName = String(font.split(separator: "/").last ?? "")
    styleSheet = add("style", "css", Self.replacing("math.woff2", by: fontName, in: style).utf8)
    let script = try joined("script", ending: ".js") { $0 != "theme.js" }
    pageScript = add("descent", "js", script.utf8)
    themeScript = add("theme", "js", try bytes("script/theme.js"))
    icon = add("icon", "svg", try bytes("icon.svg"))
    if folder(with: Self.engineFile).exists(Self.engineFile) {
      let bytes = try bytes(Self.engineFile)
      engine = add("engine", "wasm", bytes)
      engineScript = add("engine", "js", "descent.engine=\"\(Base64.text(bytes))\"\n".utf8)
    }
  }

  /// Whether a folder holds any part of a theme.
  package static func isTheme(_ directory: String) -> Bool {
    let folder = Folder(directory)
    return [settingsFile, "templates", "style", "script", "font", "icon.svg"]
      .contains { folder.exists($0) }
  }

  /// The folder that has a file of this name; where none has it, the last, to be missed there.
  private func folder(with file: String) -> Folder {
    folders.first { $0.exists(file) } ?? folders.last ?? Folder("site")
  }

  private func bytes(_ file: String) throws(SiteError) -> [UInt8] {
    try folder(with: file).bytes(file)
  }

  /// The names in a folder of the theme, sorted, whoever has them.
  private func names(in part: String, ending: String) throws(SiteError) -> [String] {
    var names: Set<String> = []
    for folder in folders where folder.exists(part) { names.formUnion(try folder.list(part)) }
    return names.filter { $0.hasSuffix(ending) }.sorted()
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
  private func joined(
    _ part: String,
    ending: String,
    where isPart: (String) -> Bool
  ) throws(SiteError) -> String {
    var whole = ""
    for name in try names(in: part, ending: ending) where isPart(name) {
      whole += try folder(with: part + "/" + name).text(part + "/" + name)
    }
    return whole
  }
}

extension SiteTheme {
  private static let settingsFile = "site.yml"
  private static let engineFile = "engine/engine.wasm"

  private static func replacing(_ part: String, by other: String, in text: String) -> String {
    guard let range = text.firstRange(of: part) else { return text }
    return text[..<range.lowerBound] + other + text[range.upperBound...]
  }
}
