/// What stands before the text of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object.
///
/// Only the few fields are read that name the issue or its author. This is no reader of YAML: those refuse a file
/// for a tab or a stray colon, and files of real bulletins have both. Here a field that cannot be read is as good
/// as none, and a block that is none (prose between two rules) stays text.
struct FrontMatter {
  /// What is read of a value.
  enum Field {
    case title, author, date
    /// What kind of post it is; where it names a weekly, that is the bulletin.
    case category
  }

  /// A value and where it stands.
  struct Value: Equatable {
    var field: Field
    /// The bytes between the quotation marks.
    var range: Range<Int>
    var quote: UInt8?
  }

  /// Where the front matter ends; 0 if there is none.
  private(set) var end = 0
  /// The values in the order of the file.
  var values: [Value] = []

  let source: [UInt8]

  init(_ source: [UInt8]) {
    self.source = source
    let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if source.dropFirst(start).first == UInt8(ascii: "{") {
      readJSON(from: start)
    } else {
      readLines()
    }
  }

  /// Front matter longer than this is two rules in a text.
  static let maximumLineCount = 300
  /// A longer value is no title and no name.
  static let maximumValueLength = 600
  /// More values are data and no names.
  private static let maximumValueCount = 300

  static func field(of key: [UInt8]) -> Field? {
    switch String(decoding: key, as: UTF8.self).lowercased() {
    case "title", "标题", "標題", "题目": .title
    case "author", "authors", "作者", "编辑", "editor", "editors", "creator", "writer": .author
    case "date", "pubdate", "pub_date", "publishdate", "publish_date", "published", "created",
      "pubdatetime",
      "created_at", "published_at", "日期", "发布日期", "發佈日期":
      .date
    case "categories", "category", "series", "column", "分类": .category
    default: nil
    }
  }

  /// Ends the front matter with the line whose end is at `lineEnd`.
  mutating func setEnd(_ lineEnd: Int) {
    var end = lineEnd
    if end < source.count, source[end] == 0x0D { end += 1 }
    if end < source.count, source[end] == 0x0A { end += 1 }
    self.end = end
  }

  mutating func add(_ field: Field, _ range: Range<Int>, quote: UInt8? = nil) {
    guard !range.isEmpty, range.count <= Self.maximumValueLength,
      values.count < Self.maximumValueCount
    else { return }
    values.append(Value(field: field, range: range, quote: quote))
  }
}

// YAML and TOML.
extension FrontMatter {
  private mutating func readLines() {
    var lines = PhysicalLines(source)
    guard let first = lines.next(), let fence = Self.fence(first.content, in: source) else {
      return
    }
    let isTOML = fence == UInt8(ascii: "+")
    /// What the lines below a field without a value belong to, and how far it was indented.
    var open: (field: Field, indent: Int)?
    var isInTable = false
    while let line = lines.next(), line.number <= Self.maximumLineCount {
      if Self.fence(line.content, in: source, closing: fence) == fence {
        end = line.next
        return
      }
      let content = Blanks.trimmed(line.content, in: source)
      guard !content.isEmpty, source[content.lowerBound] != UInt8(ascii: "#") else { continue }
      let indent = content.lowerBound - line.content.lowerBound
      if isTOML, source[content.lowerBound] == UInt8(ascii: "["), open == nil { isInTable = true }
      if let (key, value) = keyed(content, separator: isTOML ? 0x3D : 0x3A) {
        // A table of TOML has fields of its own.
        if !isInTable { readField(key, value, indent: indent, open: &open) }
      } else if isContinuation(content, indent: indent) {
        if let (field, _) = open { readItem(field, content) }
      } else {
        break
      }
    }
    values = []
  }

  private mutating func readField(
    _ key: Range<Int>, _ value: Range<Int>, indent: Int, open: inout (field: Field, indent: Int)?
  ) {
    var name = key
    let isItem = source[name.lowerBound] == UInt8(ascii: "-")
    if isItem { name = Blanks.trimmed(name.lowerBound + 1..<name.upperBound, in: source) }
    if let outer = open, indent > outer.indent || isItem && indent == outer.indent {
      // author: and below it name: 甲, or a list of such; other inner fields are not asked for.
      if outer.field == .author, source[name].elementsEqual("name".utf8) {
        readValue(.author, value)
      }
      return
    }
    open = nil
    guard indent == 0, !isItem, let field = Self.field(of: Array(source[unquoted(name)])) else {
      // An unknown field hides what is indented below it.
      return
    }
    if value.isEmpty || isBlockMark(value) {
      open = (field, indent)
    } else {
      readValue(field, value)
    }
  }

  private mutating func readItem(_ field: Field, _ content: Range<Int>) {
    guard field != .date, source[content.lowerBound] != UInt8(ascii: "]") else {
      return
    }
    var item = content
    if source[item.lowerBound] == UInt8(ascii: "-") {
      item = Blanks.trimmed(item.lowerBound + 1..<item.upperBound, in: source)
    } else if field == .title, values.contains(where: { $0.field == .title }) {
      // A title in a block of several lines: the first line is the title.
      return
    }
    while let last = source[item].last, last == UInt8(ascii: ",") {
      item = item.lowerBound..<item.upperBound - 1
    }
    readValue(field, item)
  }

  /// A scalar or a list in brackets.
  private mutating func readValue(_ field: Field, _ value: Range<Int>) {
    guard let first = source[value].first else { return }
    switch first {
    case UInt8(ascii: "["):
      for item in items(value) { readValue(field, item) }
    case UInt8(ascii: "{"):
      readInlineTable(field, value)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let close = closingQuote(first, value) else {
        return add(field, Blanks.trimmed(value.lowerBound + 1..<value.upperBound, in: source))
      }
      add(field, Blanks.trimmed(value.lowerBound + 1..<close, in: source), quote: first)
    default:
      add(field, withoutComment(value))
    }
  }

  /// Reads the name of `{name = "甲", email = "…"}`.
  private mutating func readInlineTable(_ field: Field, _ value: Range<Int>) {
    for item in items(value) {
      let pair = keyed(item, separator: 0x3A) ?? keyed(item, separator: 0x3D)
      guard let pair, source[unquoted(pair.key)].elementsEqual("name".utf8) else { continue }
      if source[pair.value].first != UInt8(ascii: "{") { readValue(field, pair.value) }
    }
  }

  /// The items between brackets, which may be quoted; nothing nested is taken apart.
  private func items(_ value: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = value.lowerBound + 1
    var quote: UInt8?
    var position = start
    while position < value.upperBound {
      let byte = source[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      {
        let item = Blanks.trimmed(start..<position, in: source)
        if !item.isEmpty, source[item.lowerBound] != UInt8(ascii: "[") { result.append(item) }
        start = position + 1
        if byte != UInt8(ascii: ",") { return result }
      }
      position += 1
    }
    return result
  }

  private func closingQuote(_ quote: UInt8, _ value: Range<Int>) -> Int? {
    var position = value.lowerBound + 1
    while position < value.upperBound {
      if source[position] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        position += 2
        continue
      }
      if source[position] == quote {
        guard quote == UInt8(ascii: "'"), position + 1 < value.upperBound,
          source[position + 1] == quote
        else {
          return position
        }
        position += 1
      }
      position += 1
    }
    return nil
  }

  /// ` # …` behind a plain value is a comment; `#518` in a title is not.
  private func withoutComment(_ value: Range<Int>) -> Range<Int> {
    var position = value.lowerBound + 1
    while position + 1 < value.upperBound {
      if source[position] == UInt8(ascii: "#"), source[position - 1] == 0x20,
        source[position + 1] == 0x20
      {
        return Blanks.trimmed(value.lowerBound..<position, in: source)
      }
      position += 1
    }
    return value
  }

  private func unquoted(_ key: Range<Int>) -> Range<Int> {
    guard key.count >= 2, let first = source[key].first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return key }
    return key.lowerBound + 1..<key.upperBound - 1
  }

  private func isBlockMark(_ value: Range<Int>) -> Bool {
    let first = source[value.lowerBound]
    return value.count <= 3 && (first == UInt8(ascii: "|") || first == UInt8(ascii: ">"))
      || value.count == 1 && first == UInt8(ascii: "[")
  }

  /// The key and the value of a line; prose has its colon late, and a time no blank behind it.
  private func keyed(_ content: Range<Int>, separator: UInt8) -> (
    key: Range<Int>, value: Range<Int>
  )? {
    guard let mark = source[content].prefix(Self.maximumKeyLength).firstIndex(of: separator) else {
      return nil
    }
    let rest = mark + 1..<content.upperBound
    guard
      separator == UInt8(ascii: "=") || rest.isEmpty || source[rest.lowerBound] <= 0x20
        || isQuoteOrBracket(source[rest.lowerBound])
    else { return nil }
    let key = Blanks.trimmed(content.lowerBound..<mark, in: source)
    guard !key.isEmpty else { return nil }
    return (key, Blanks.trimmed(rest, in: source))
  }

  private func isQuoteOrBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "[")
  }

  private static let maximumKeyLength = 40

  /// An item of a list, an inner line, a bracket or a table of TOML: no line of prose.
  private func isContinuation(_ content: Range<Int>, indent: Int) -> Bool {
    if indent > 0 { return true }
    switch source[content.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "\""):
      return true
    default: return source[content].prefix(Self.maximumKeyLength).contains(UInt8(ascii: ":"))
    }
  }

  /// Which of `---` and `+++` a line is; `...` closes the first too.
  private static func fence(
    _ content: Range<Int>, in source: [UInt8], closing open: UInt8? = nil
  ) -> UInt8? {
    let text = source[Blanks.trimmed(content, in: source)]
    if text.elementsEqual("---".utf8) { return UInt8(ascii: "-") }
    if text.elementsEqual("+++".utf8) { return UInt8(ascii: "+") }
    return open == UInt8(ascii: "-") && text.elementsEqual("...".utf8) ? open : nil
  }
}
