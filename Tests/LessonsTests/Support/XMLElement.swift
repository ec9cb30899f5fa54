/// An element of an XML document, read strictly: what is not well-formed is an error.
struct XMLElement {
  struct Malformed: Error {
    var place: String
  }

  var name = ""
  var attributes: [String: String] = [:]
  var children: [XMLElement] = []
  var text = ""

  init(document: String) throws {
    let allowed = document.unicodeScalars.allSatisfy { scalar in
      [0x9, 0xA, 0xD].contains(scalar.value) || (0x20...0xFFFD).contains(scalar.value)
        || scalar.value >= 0x10000
    }
    guard allowed else { throw Malformed(place: "a character that XML forbids") }
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    guard document.hasPrefix(declaration) else { throw Malformed(place: "no declaration") }
    var rest = document.dropFirst(declaration.count)
    self = try Self.element(&rest)
    guard rest.allSatisfy(\.isWhitespace) else { throw Malformed(place: String(rest)) }
  }

  private init() {}

  /// All elements of that name at any depth.
  func all(_ name: String) -> [XMLElement] {
    (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  private static func element(_ rest: inout Substring) throws -> XMLElement {
    guard let head = rest.prefixMatch(of: /<([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/) else {
      throw Malformed(place: String(rest.prefix(60)))
    }
    var element = XMLElement()
    element.name = String(head.1)
    for match in head.2.matches(of: /\ ([a-z]+)="([^"]*)"/) {
      let old = element.attributes.updateValue(try plain(match.2), forKey: String(match.1))
      if old != nil { throw Malformed(place: "attribute twice: " + match.1) }
    }
    rest = rest[head.range.upperBound...]
    if head.3 == "/" { return element }
    while !rest.hasPrefix("</") {
      if rest.first == "<" {
        element.children.append(try self.element(&rest))
      } else if let end = rest.firstIndex(of: "<") {
        element.text += try plain(rest[..<end])
        rest = rest[end...]
      } else {
        throw Malformed(place: "no end of " + element.name)
      }
    }
    let end = "</\(element.name)>"
    guard rest.hasPrefix(end) else { throw Malformed(place: String(rest.prefix(60))) }
    rest = rest.dropFirst(end.count)
    return element
  }

  private static func plain(_ text: Substring) throws -> String {
    let names = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
    let plain = text.replacing(/&[^;]*;/) { names[String($0.output)] ?? "&" }
    let references = text.matches(of: /&[^;&]{0,6};?/).map { String($0.output) }
    guard references.allSatisfy({ names[$0] != nil }) else {
      throw Malformed(place: String(text))
    }
    return String(plain)
  }
}
