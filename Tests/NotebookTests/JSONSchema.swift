import Foundation

/// As much of JSON Schema 2020-12 as `man/descent.schema.json` uses; a keyword it does not know is a
/// fault, so that nothing in the schema goes unchecked.
struct JSONSchema {
  private let root: [String: Any]

  init(_ root: [String: Any]) { self.root = root }

  /// The schema that comes with the tool.
  static func standard() throws -> JSONSchema {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "man/descent.schema.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return JSONSchema(object as? [String: Any] ?? [:])
  }

  /// What a line of JSON does not keep to, each with its place.
  func faults(of line: String) -> [String] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(line.utf8)) else {
      return ["this is no JSON: \(line.prefix(200))"]
    }
    return faults(value, root, "$")
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var faults: [String] = []
    for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) {
      faults += self.faults(value, keyword, rule, schema, place)
    }
    return faults
  }

  private func faults(
    _ value: Any,
    _ keyword: String,
    _ rule: Any,
    _ schema: [String: Any],
    _ place: String
  ) -> [String] {
    let object = value as? [String: Any]
    let array = value as? [Any]
    func check(_ holds: Bool?, _ words: String) -> [String] {
      holds == true ? [] : ["\(place): \(words)"]
    }
    switch keyword {
    case "$schema", "$defs", "title", "description": return []
    case "$ref":
      let name = (rule as? String ?? "").replacing("#/$defs/", with: "")
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return target.map { faults(value, $0, place) } ?? ["\(place): no definition '\(name)'"]
    case "type":
      let names = rule as? [String] ?? [rule as? String ?? ""]
      return check(names.contains { Self.isOf($0, value) }, "is not \(names)")
    case "const": return check(Self.isSame(value, rule), "is not \(rule)")
    case "enum":
      return check((rule as? [Any])?.contains { Self.isSame(value, $0) }, "is none of \(rule)")
    case "minimum":
      guard let number = value as? NSNumber, let least = rule as? NSNumber else { return [] }
      return check(number.doubleValue >= least.doubleValue, "is less than \(least)")
    case "minLength":
      return check(((value as? String)?.count ?? .max) >= (rule as? Int ?? 0), "is too short")
    case "required":
      return (rule as? [String] ?? []).flatMap { name in
        check(object == nil || object?[name] != nil, "lacks '\(name)'")
      }
    case "dependentRequired":
      return (rule as? [String: [String]] ?? [:]).flatMap { name, others in
        others.flatMap { other in
          check(object?[name] == nil || object?[other] != nil, "has '\(name)' and lacks '\(other)'")
        }
      }
    case "properties":
      return (rule as? [String: [String: Any]] ?? [:]).flatMap { name, schema in
        object?[name].map { faults($0, schema, "\(place).\(name)") } ?? []
      }
    case "additionalProperties":
      let known = schema["properties"] as? [String: Any] ?? [:]
      return (object ?? [:]).filter { known[$0.key] == nil }.flatMap { name, value in
        guard let other = rule as? [String: Any] else { return ["\(place): '\(name)' is unknown"] }
        return faults(value, other, "\(place).\(name)")
      }
    case "items":
      guard let schema = rule as? [String: Any] else { return ["\(place): items is no schema"] }
      return (array ?? []).enumerated().flatMap { index, item in
        faults(item, schema, "\(place)[\(index)]")
      }
    case "anyOf", "oneOf":
      let all = (rule as? [[String: Any]] ?? []).map { faults(value, $0, place) }
      let count = all.count { $0.isEmpty }
      if keyword == "oneOf" ? count == 1 : count > 0 { return [] }
      return ["\(place): fits \(count) of \(keyword)"] + (all.min { $0.count < $1.count } ?? [])
    default: return ["\(place): the keyword '\(keyword)' is not checked"]
    }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "null": return value is NSNull
    case "boolean": return isBoolean(value)
    case "number": return !isBoolean(value) && value is NSNumber
    case "integer":
      guard !isBoolean(value), let number = value as? NSNumber else { return false }
      return number.doubleValue == number.doubleValue.rounded()
    default: return false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  private static func isSame(_ a: Any, _ b: Any) -> Bool {
    (a as? String) != nil && (a as? String) == (b as? String)
  }
}
