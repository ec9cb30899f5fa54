import Lessons

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

  private let directory: String

  /// `title` stands where `site.yml` names none.
  package init(directory: String, title: String) throws(SiteError) {
    self.directory = directory
    let settingsPath = directory + "/site.yml"
    settings =
      FileBytes.exists(settingsPath)
      ? try SiteSettings(yaml: Self.text(settingsPath), path: settingsPath, title: title)
      : SiteSettings(title: title)
    for name in try SystemFolder.names(in: directory + "/templates")
    where name.hasSuffix(".mustache") {
      let text = try Self.text(directory + "/templates/" + name)
      templates.append((String(name.dropLast(9)), text))
    }
    let font = add("math", "woff2", try Self.bytes(directory + "/font/math.woff2"))
    let style = try joined("style", ending: ".css") { _ in true }
    // The font lies beside the style sheet.
    let fontName = String(font.split(separator: "/").last ?? "")
    styleSheet = add("style", "css", Self.replacing("math.woff2", by: fontName, in: style).utf8)
    let isPart: (String) -> Bool = { $0 != "theme.js" }
    pageScript = add("descent", "js", try joined("script", ending: ".js", where: isPart).utf8)
    themeScript = add("theme", "js", try Self.bytes(directory + "/script/theme.js"))
    icon = add("icon", "svg", try Self.bytes(directory + "/icon.svg"))
    let enginePath = directory + "/engine/engine.wasm"
    if FileBytes.exists(enginePath) {
      let bytes = try Self.bytes(enginePath)
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
  private func joined(
    _ folder: String,
    ending: String,
    where isPart: (String) -> Bool
  ) throws(SiteError) -> String {
    var whole = ""
    for name in try SystemFolder.names(in: directory + "/" + folder)
    where name.hasSuffix(ending) && isPart(name) {
      whole += try Self.text(directory + "/" + folder + "/" + name)
    }
    return whole
  }
}

extension SiteTheme {
  static func bytes(_ path: String) throws(SiteError) -> [UInt8] {
    do {
      return try FileBytes.read(path, limit: 64 << 20)
    } catch {
      throw SiteError(.missing, error.file, error.message)
    }
  }

  static func text(_ path: String) throws(SiteError) -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw SiteError(.malformed, path, "is not UTF-8 text")
    }
    return text
  }

  private static func replacing(_ part: String, by other: String, in text: String) -> String {
    guard let range = text.firstRange(of: part) else { return text }
    return text[..<range.lowerBound] + other + text[range.upperBound...]
  }
}
