import System

/// The folder `site/`: templates, style, scripts, font, icon and the engine, read whole.
package struct SiteTheme: Sendable {
  /// A file of the site that every page may ask for.
  struct Asset: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  private(set) var templates: [(name: String, text: String)] = []
  private(set) var assets: [Asset] = []
  private(set) var styleSheet = ""
  private(set) var themeScript = ""
  private(set) var pageScript = ""
  private(set) var icon = ""
  /// Empty where no engine was built: pages are then complete, but not live.
  private(set) var engine = ""
  private(set) var engineScript = ""
  let settings: SiteSettings

  /// `title` stands where `site.yml` names none.
  package init(directory: String, title: String) throws(SiteError) {
    let folder = Folder(directory)
    settings =
      folder.exists(Self.settingsFile)
      ? try SiteSettings(
        yaml: folder.text(Self.settingsFile),
        path: folder.path(of: Self.settingsFile),
        title: title
      ) : SiteSettings(title: title)
    for name in try folder.list("templates") where name.hasSuffix(".mustache") {
      let text = try folder.text("templates/" + name)
      templates.append((String(name.dropLast(9)), text))
    }
    let font = add("math", "woff2", try folder.bytes("font/math.woff2"))
    let style = try Self.joined(folder, "style", ending: ".css") { _ in true }
    // The font lies beside the style sheet.
    let fontName = String(font.split(separator: "/").last ?? "")
    styleSheet = add("style", "css", Self.replacing("math.woff2", by: fontName, in: style).utf8)
    let script = try Self.joined(folder, "script", ending: ".js") { $0 != "theme.js" }
    pageScript = add("descent", "js", script.utf8)
    themeScript = add("theme", "js", try folder.bytes("script/theme.js"))
    icon = add("icon", "svg", try folder.bytes("icon.svg"))
    if folder.exists(Self.engineFile) {
      let bytes = try folder.bytes(Self.engineFile)
      engine = add("engine", "wasm", bytes)
      engineScript = add("engine", "js", "descent.engine=\"\(Base64.text(bytes))\"\n".utf8)
    }
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
    _ folder: Folder,
    _ part: String,
    ending: String,
    where isPart: (String) -> Bool
  ) throws(SiteError) -> String {
    var whole = ""
    for name in try folder.list(part) where name.hasSuffix(ending) && isPart(name) {
      whole += try folder.text(part + "/" + name)
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
