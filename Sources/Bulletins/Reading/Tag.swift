/// A tag of HTML in a file.
struct Tag {
  var name: String
  var isClosing: Bool
  private let packedRange: PackedRange

  /// From `<` to `>`.
  var range: Range<Int> { packedRange.range }

  /// The tag that begins at `index`, if one does that ends before `limit`.
  ///
  /// Quoted attributes may hold `>`. The cost is that of the bytes up to the end of the tag, or up
  /// to `limit` if it has none.
  init?(_ source: [UInt8], at index: Int, limit: Int) {
    guard let nameRange = Self.nameRange(in: source, at: index, limit: limit),
      let end = Self.end(in: source, from: nameRange.upperBound, limit: limit)
    else { return nil }
    isClosing = nameRange.lowerBound == index + 2
    name = String(decoding: source[nameRange].map(Self.lowercased), as: UTF8.self)
    packedRange = PackedRange(index..<end)
  }

  /// Whether `<` at `index` is followed by a name; it may still lack its end.
  static func begins(in source: [UInt8], at index: Int, limit: Int) -> Bool {
    nameRange(in: source, at: index, limit: limit) != nil
  }

  /// What a reader sees in place of the tag.
  var replacement: Cut.Replacement {
    if isBlock { return .lineFeed }
    return name == "td" || name == "th" ? .blank : .nothing
  }

  /// Whether the element stands on lines of its own.
  var isBlock: Bool { Self.blocks.contains(name) }
  /// Whether the element holds the reading of a character, which is no text of the line.
  var isAnnotation: Bool { name == "rt" || name == "rp" || name == "rtc" }
  /// Whether this is an element of HTML at all: `Array<Int>` is not.
  var isKnown: Bool { Self.blocks.contains(name) || Self.inlines.contains(name) }

  /// Names of custom elements and components are long; the longest of HTML has ten letters.
  private static let maximumNameLength = 64

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hr", "html", "li", "link", "main", "meta", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
  ]

  private static let inlines: Set<String> = [
    "a", "abbr", "b", "big", "button", "cite", "code", "col", "del", "em", "font", "i", "iframe",
    "img", "input", "ins", "kbd", "label", "mark", "noscript", "nobr", "o", "object", "q", "rb",
    "rp", "rt", "rtc", "ruby", "s", "samp", "script", "select", "small", "source", "span", "strike",
    "strong",
    "style", "sub", "sup", "svg", "td", "template", "th", "time", "tt", "u", "var", "video", "wbr",
  ]

  private static func nameRange(in source: [UInt8], at index: Int, limit: Int) -> Range<Int>? {
    var start = index + 1
    if start < limit, source[start] == UInt8(ascii: "/") { start += 1 }
    var position = start
    guard start < limit, isLetter(source[start]) else { return nil }
    while position < limit, position - start < maximumNameLength,
      isNameByte(source[position])
        || isNameMark(source[position]) && position + 1 < limit && isNameByte(source[position + 1])
    {
      position += 1
    }
    guard position < limit, endsName(source[position]) else { return nil }
    return start..<position
  }

  private static func end(in source: [UInt8], from start: Int, limit: Int) -> Int? {
    var quote: UInt8 = 0
    for position in start..<limit {
      let byte = source[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return position + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        // A quote opens a value only behind `=`; elsewhere it is a slip of the writer.
        if source[position - 1] == UInt8(ascii: "=") { quote = byte }
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isNameByte(byte) && byte > UInt8(ascii: "9")
  }

  /// `<mp-profile>`, `<o:p>`, `<Tabs.Item>`; but `<http://…` is no tag.
  private static func isNameMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
