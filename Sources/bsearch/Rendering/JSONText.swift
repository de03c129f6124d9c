internal import FoundationEssentials

/// JSON on one line, with its keys in order, so that the same results are the same bytes.
enum JSONText {
  /// The version of all JSON that the command writes.
  ///
  /// It grows when a key changes or goes, not when one is added.
  static let version = 1

  /// A value in a line of its own.
  static func encode(_ value: some Encodable) throws -> String {
    try self.value(value) + "\n"
  }

  /// A value to stand in other JSON.
  static func value(_ value: some Encodable) throws -> String {
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
