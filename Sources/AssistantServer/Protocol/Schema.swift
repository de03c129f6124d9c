/// Writes JSON Schema (2020-12).
enum Schema {
  /// An object that has the keys that are named and no others.
  static func object(
    _ properties: [String: JSONValue], required: [String], description: String? = nil
  ) -> JSONValue {
    .object(of: [
      "type": "object", "properties": .object(properties),
      "required": .array(required.sorted().map(JSONValue.string)), "additionalProperties": false,
      "description": description.map(JSONValue.string),
    ])
  }

  static func text(_ description: String? = nil, among values: [String]? = nil) -> JSONValue {
    .object(of: [
      "type": "string", "description": description.map(JSONValue.string),
      "enum": values.map { .array($0.map(JSONValue.string)) },
    ])
  }

  static func integer(_ description: String? = nil, in range: ClosedRange<Int>? = nil)
    -> JSONValue
  {
    .object(of: [
      "type": "integer", "description": description.map(JSONValue.string),
      "minimum": range.map { .integer($0.lowerBound) },
      "maximum": range.map { .integer($0.upperBound) },
    ])
  }

  static func count(_ description: String? = nil) -> JSONValue {
    .object(of: [
      "type": "integer", "minimum": 0, "description": description.map(JSONValue.string),
    ])
  }

  static func number(_ description: String? = nil) -> JSONValue {
    .object(of: ["type": "number", "description": description.map(JSONValue.string)])
  }

  static func bool(_ description: String? = nil) -> JSONValue {
    .object(of: ["type": "boolean", "description": description.map(JSONValue.string)])
  }

  static func array(_ items: JSONValue, _ description: String? = nil, upTo limit: Int? = nil)
    -> JSONValue
  {
    .object(of: [
      "type": "array", "items": items, "description": description.map(JSONValue.string),
      "maxItems": limit.map(JSONValue.integer),
    ])
  }
}
