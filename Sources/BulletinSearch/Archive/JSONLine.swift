/// A JSON object on one line, with its members in the order in which they are added.
///
/// It is written by hand, since a general encoder takes five times as long as to read the articles from the index.
struct JSONLine {
  private var text = "{"

  /// The line, with its end.
  var line: String { text + "}\n" }

  mutating func add(_ name: StaticString, _ value: String) {
    begin(name)
    append(value)
  }

  mutating func add(_ name: StaticString, _ value: String?) {
    if let value { add(name, value) }
  }

  mutating func add(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    begin(name)
    text += "\(value)"
  }

  /// Adds a list, unless it is empty.
  mutating func add(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    begin(name)
    text += "["
    for (number, value) in values.enumerated() {
      if number > 0 { text += "," }
      append(value)
    }
    text += "]"
  }

  /// Adds the first and the last number of a range.
  mutating func add(_ name: StaticString, _ range: ClosedRange<Int>?) {
    guard let range else { return }
    begin(name)
    text += "[\(range.lowerBound),\(range.upperBound)]"
  }

  /// Adds another object.
  mutating func add(_ name: StaticString, _ object: JSONLine) {
    begin(name)
    text += object.text + "}"
  }

  /// - Parameter name: Plain ASCII without quotation marks.
  private mutating func begin(_ name: StaticString) {
    if text.utf8.count > 1 { text += "," }
    text += "\"\(name)\":"
  }

  private mutating func append(_ value: String) {
    text += "\""
    var start = value.startIndex
    let scalars = value.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      guard let escape = Self.escape(scalar) else { continue }
      text += value[start..<index]
      text += escape
      start = scalars.index(after: index)
    }
    text += value[start...]
    text += "\""
  }

  /// What stands for a character that cannot stand for itself, or would be an order to a terminal; nil for all others.
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      "\\u" + Self.digits(scalar.value)
    default: nil
    }
  }

  private static func digits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
