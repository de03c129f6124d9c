/// Decodes character references of HTML: `&amp;`, `&#x4E2D;`, `&nbsp;`.
enum CharacterReference {
  /// The character and the length of the reference that begins at `index`, if one does.
  static func decode(
    _ source: [UInt8], at index: Int, end: Int
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    let limit = min(end, index + maximumByteCount)
    guard let semicolon = source[index..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let name = String(decoding: source[index + 1..<semicolon], as: UTF8.self)
    guard let scalar = scalar(named: name) else { return nil }
    return (scalar, semicolon + 1 - index)
  }

  /// The ampersand, the longest name below, or a number of seven digits, and the semicolon.
  private static let maximumByteCount = 12

  private static func scalar(named name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value != 0 else { return nil }
    return Unicode.Scalar(value)
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "copy": "©", "reg": "®",
    "trade": "™", "middot": "·", "bull": "•", "hellip": "…", "mdash": "—", "ndash": "–",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
    "times": "×", "divide": "÷", "deg": "°", "yen": "¥", "plusmn": "±", "sect": "§",
    "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓", "le": "≤", "ge": "≥",
  ]
}
