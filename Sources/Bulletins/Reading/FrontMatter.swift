/// The YAML at the start of a Markdown file, between two lines of `---`.
enum FrontMatter {
  /// Where the front matter ends; 0 if there is none.
  static func end(in source: [UInt8]) -> Int {
    var lines = PhysicalLines(source)
    guard let first = lines.next(), isFence(first.content, in: source, closes: false) else {
      return 0
    }
    while let line = lines.next(), line.number <= maximumLineCount {
      if isFence(line.content, in: source, closes: true) { return line.next }
      guard isField(line.content, in: source) else { return 0 }
    }
    return 0
  }

  static func date(in source: [UInt8], end: Int) -> IssueDate? {
    var lines = PhysicalLines(source)
    while let line = lines.next(), line.next <= end {
      guard line.content.count <= ReadFile.shortByteCount else { continue }
      let text = String(decoding: source[line.content], as: UTF8.self)
      if let date = IssueDate.parseFrontMatter(text[...]) { return date }
    }
    return nil
  }

  /// Front matter longer than this is two rules in a text.
  private static let maximumLineCount = 100

  private static func isFence(_ content: Range<Int>, in source: [UInt8], closes: Bool) -> Bool {
    let text = source[Blanks.trimmed(content, in: source)]
    return text.elementsEqual("---".utf8) || closes && text.elementsEqual("...".utf8)
  }

  /// A field, an item of a list, a comment or the continuation of one: no line of prose.
  private static func isField(_ content: Range<Int>, in source: [UInt8]) -> Bool {
    guard let first = source[content].first else { return true }
    switch first {
    case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return true
    default:
      return source[content].prefix(40).contains(UInt8(ascii: ":"))
    }
  }
}
