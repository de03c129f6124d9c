/// A character reference of HTML: `&amp;`, `&#x4E2D;`, `&nbsp;`.
struct CharacterReference {
  /// What the reference stands for.
  var text: String
  /// How many bytes of the file it takes.
  var count: Int

  /// In which kind of text a reference stands.
  enum Place {
    /// HTML: an old name or a number may lack its semicolon.
    case page
    /// The value of an attribute: as in a page, but `?a=1&copy=2` is an address.
    case attribute
    /// Markdown: the semicolon is part of the reference, and a number has at most seven digits
    /// (CommonMark 0.31, section 2.5).
    case markdown
  }

  /// Whether this is a blank that HTML folds together: `&#10;` is no line end for a reader.
  var isBlank: Bool {
    text == "\n" || text == "\t" || text == " " || text == "\r" || text == "\u{C}"
  }

  /// The reference that begins at `index`, if one does.
  init?(_ source: [UInt8], at index: Int, end: Int, in place: Place) {
    guard index + 2 < end else { return nil }
    let found =
      source[index + 1] == UInt8(ascii: "#")
      ? Self.number(source, from: index + 2, end: end, in: place)
      : Self.name(source, from: index + 1, end: end, in: place)
    guard let found else { return nil }
    text = found.text
    count = found.next - index
  }

  /// Replaces all references of a text, as in the value of an attribute.
  static func decoded(_ bytes: ArraySlice<UInt8>, in place: Place) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    let source = Array(bytes)
    var result: [UInt8] = []
    var position = 0
    while position < source.count {
      if source[position] == UInt8(ascii: "&"),
        let reference = Self(source, at: position, end: source.count, in: place)
      {
        result += reference.text.utf8
        position += reference.count
      } else {
        result.append(source[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension CharacterReference {
  private typealias Found = (text: String, next: Int)

  private static func name(
    _ source: [UInt8], from start: Int, end: Int, in place: Place
  ) -> Found? {
    let limit = min(end, start + ReferenceNames.longestName)
    var next = start
    while next < limit, isLetterOrDigit(source[next]) { next += 1 }
    guard next > start else { return nil }
    if next < end, source[next] == UInt8(ascii: ";"),
      let found = ReferenceNames.shared.find(source[start..<next])
    {
      return (text(found), next + 1)
    }
    guard place != .markdown else { return nil }
    // The longest name that the letters begin with.
    next = min(next, start + ReferenceNames.longestBareName)
    while next > start + 1 {
      if let found = ReferenceNames.shared.find(source[start..<next]), found.mayEndBare {
        return isAddress(source, at: next, end: end, in: place) ? nil : (text(found), next)
      }
      next -= 1
    }
    return nil
  }

  private static func isAddress(
    _ source: [UInt8], at next: Int, end: Int, in place: Place
  ) -> Bool {
    place == .attribute && next < end
      && (source[next] == UInt8(ascii: "=") || isLetterOrDigit(source[next]))
  }

  private static func text(_ found: ReferenceNames.Found) -> String {
    var text = String(Character(found.first))
    if let second = found.second { text.unicodeScalars.append(second) }
    return text
  }

  private static func number(
    _ source: [UInt8], from start: Int, end: Int, in place: Place
  ) -> Found? {
    let isHexadecimal = source[start] | 0x20 == UInt8(ascii: "x")
    let first = isHexadecimal ? start + 1 : start
    var next = first
    var value: UInt32 = 0
    while next < end, let digit = digit(source[next], isHexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, Self.tooLarge)
      next += 1
    }
    let hasSemicolon = next < end && source[next] == UInt8(ascii: ";")
    guard next > first else { return nil }
    if place == .markdown {
      guard hasSemicolon, next - first <= (isHexadecimal ? 6 : 7) else { return nil }
    }
    return (String(Character(scalar(value))), hasSemicolon ? next + 1 : next)
  }

  /// Behind the last scalar, and small enough to be multiplied.
  private static let tooLarge: UInt32 = 0x11_0000

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: return UInt32(byte - 55)
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: return UInt32(byte - 87)
    default: return nil
    }
  }

  /// The character with a number.
  ///
  /// Browsers read 128 to 159, which Unicode gives to control
  /// characters, as windows-1252 (HTML standard, section 13.2.5.80); what is none is U+FFFD.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if value >= 0x80, value < 0xA0 { return windows1252[Int(value) - 0x80] }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  private static let windows1252 = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
