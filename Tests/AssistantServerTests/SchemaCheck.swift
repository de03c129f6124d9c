@testable import AssistantServer

/// Compares JSON with a schema, as far as ``Schema`` writes one.
enum SchemaCheck {
  /// What does not fit, with where it stands.
  static func problems(of value: JSONValue, _ schema: JSONValue, at place: String = "$") -> [String]
  {
    if let choices = schema["anyOf"]?.values {
      return choices.contains { problems(of: value, $0).isEmpty }
        ? [] : ["\(place): none of the choices"]
    }
    guard let type = schema["type"]?.text, fits(value, type) else {
      return ["\(place): no \(schema["type"]?.text ?? "type")"]
    }
    if let choices = schema["enum"]?.values, !choices.contains(value) {
      return ["\(place): \(value) is not in the list"]
    }
    if case .integer(let number) = value {
      if case .integer(let least)? = schema["minimum"], number < least {
        return ["\(place): too small"]
      }
      if case .integer(let most)? = schema["maximum"], number > most {
        return ["\(place): too large"]
      }
    }
    if case .array(let values) = value {
      return values.enumerated().flatMap {
        problems(of: $0.element, schema["items"] ?? .null, at: "\(place)[\($0.offset)]")
      }
    }
    guard case .object(let values) = value else { return [] }
    let missing = (schema["required"]?.values ?? []).compactMap(\.text).filter { values[$0] == nil }
    return missing.map { "\(place): \($0) is missing" }
      + values.sorted { $0.key < $1.key }.flatMap { key, value in
        guard let schema = schema["properties"]?[key] else {
          return ["\(place).\(key): not in the schema"]
        }
        return problems(of: value, schema, at: "\(place).\(key)")
      }
  }

  private static func fits(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.bool, "boolean"),
      (.integer, "integer"), (.integer, "number"), (.number, "number"), (.null, "null"):
      true
    default: false
    }
  }
}
