internal import FoundationEssentials

/// JSON on one line, with its keys in order, so that the same results are the same bytes.
package enum JSONText {
  /// The version of all JSON that the command writes.
  ///
  /// It grows when a key changes or goes, not when one is added.
  package static let version = 1

  /// An answer with its version, in a line of its own.
  ///
  /// - Parameter fields: The keys of the answer; those with nil are left out.
  /// - Returns: The line, with its end.
  /// - Throws: What the encoding of a value throws.
  package static func answer(_ fields: KeyValuePairs<String, (any Encodable)?>) throws -> String {
    try encode(Answer(body: nil, fields: fields))
  }

  /// The same for what has keys itself, with more of them.
  package static func answer(
    _ body: some Encodable, _ fields: KeyValuePairs<String, (any Encodable)?> = [:]
  ) throws -> String {
    try encode(Answer(body: body, fields: fields))
  }

  /// A value in a line of its own.
  package static func encode(_ value: some Encodable) throws -> String {
    try self.value(value) + "\n"
  }

  /// A value to stand in other JSON.
  package static func value(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// JSON without the characters that are orders to a terminal.
  ///
  /// The encoder escapes C0 only. The others can stand nowhere but inside of strings.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: \.isControlOfTerminal) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      if scalar.isControlOfTerminal {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// What every answer in JSON is: keys and values, and the version.
private struct Answer: Encodable {
  let body: (any Encodable)?
  let fields: KeyValuePairs<String, (any Encodable)?>

  func encode(to encoder: any Encoder) throws {
    try body?.encode(to: encoder)
    var container = encoder.container(keyedBy: RecordKey.self)
    for (name, value) in fields {
      if let value { try container.encode(value, forKey: RecordKey(name)) }
    }
    try container.encode(JSONText.version, forKey: RecordKey("version"))
  }
}
