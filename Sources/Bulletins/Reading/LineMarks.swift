/// What the first characters of a line say about it.
struct LineMarks {
  struct Fence {
    var byte: UInt8
    var count: Int
    var position: Int
    /// Whether nothing follows the fence.
    var isBare: Bool

    func closes(_ open: Fence) -> Bool {
      isBare && byte == open.byte && count >= open.count
    }
  }

  let source: [UInt8]

  init(_ source: [UInt8]) {
    self.source = source
  }

  func fence(_ content: Range<Int>) -> Fence? {
    let byte = source[content.lowerBound]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let end = runEnd(of: byte, content)
    let rest = source[end..<content.upperBound]
    guard end - content.lowerBound >= 3, !rest.contains(byte) else { return nil }
    return Fence(
      byte: byte, count: end - content.lowerBound, position: content.lowerBound,
      isBare: rest.isEmpty)
  }

  /// Three or more `-`, `*`, `_`, `=`, or a run of dashes of another kind.
  func isRule(_ content: Range<Int>) -> Bool {
    let byte = source[content.lowerBound]
    guard byte >= 0x80 else {
      guard
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "=")
      else { return false }
      var count = 0
      for position in content {
        if source[position] == byte { count += 1 } else if source[position] > 0x20 { return false }
      }
      return count >= 3
    }
    // U+2014 —, U+2015 ―, U+2500 ─, U+2501 ━, U+2550 ═.
    guard byte == 0xE2, content.count >= 9, content.count % 3 == 0 else { return false }
    let character = source[content.lowerBound..<content.lowerBound + 3]
    guard Self.dashes.contains(where: { character.elementsEqual($0) }) else { return false }
    return stride(from: content.lowerBound, to: content.upperBound, by: 3).allSatisfy {
      source[$0..<$0 + 3].elementsEqual(character)
    }
  }

  private static let dashes = ["—", "―", "─", "━", "═"].map { Array($0.utf8) }

  /// The level of `## title` and where the title is.
  ///
  /// Writers of Chinese forget the blank behind `##`; another hash makes it a topic
  /// (#话题#).
  func heading(_ content: Range<Int>) -> (level: Int, text: Range<Int>)? {
    guard source[content.lowerBound] == UInt8(ascii: "#") else { return nil }
    let hashes = runEnd(of: UInt8(ascii: "#"), content)
    let level = hashes - content.lowerBound
    guard level <= 6, hashes < content.upperBound else { return nil }
    let blank = Blanks.length(in: source, at: hashes, end: content.upperBound)
    var end = content.upperBound
    if blank == 0 {
      guard source[hashes] >= 0x80 || source[hashes] == UInt8(ascii: "*") else { return nil }
      guard !source[hashes..<end].contains(UInt8(ascii: "#")) else { return nil }
    }
    while end > hashes, source[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end < content.upperBound, end > hashes, source[end - 1] > 0x20 { end = content.upperBound }
    return (level, Blanks.trimmed(hashes..<end, in: source))
  }

  /// The range without a backslash at its end that breaks the line; of two, the first escapes the second.
  func withoutHardBreak(_ range: Range<Int>) -> Range<Int> {
    let count = source[range].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return count % 2 == 1
      ? Blanks.trimmed(range.lowerBound..<range.upperBound - 1, in: source) : range
  }

  /// The level of a heading in tags that is on one line: `<h2 align="center">园艺</h2>`, perhaps in a `<div>`.
  func tagHeading(_ content: Range<Int>) -> Int? {
    guard source[content.lowerBound] == UInt8(ascii: "<") else { return nil }
    var position = content.lowerBound
    for _ in 0..<Self.mostOuterTags {
      guard position < content.upperBound, source[position] == UInt8(ascii: "<"),
        let tag = Tag(source, at: position, limit: content.upperBound), !tag.isClosing
      else { return nil }
      if tag.name.count == 2, tag.name.hasPrefix("h"), let level = tag.name.last?.wholeNumberValue {
        guard (1...6).contains(level),
          closesHeading(level, tag.range.upperBound..<content.upperBound)
        else {
          return nil
        }
        return level
      }
      guard tag.name == "div" || tag.name == "center" || tag.name == "p" else { return nil }
      position = Blanks.trimmed(tag.range.upperBound..<content.upperBound, in: source).lowerBound
    }
    return nil
  }

  private static let mostOuterTags = 3

  /// Whether `</h2>` stands in a range once, and nothing but tags behind it.
  private func closesHeading(_ level: Int, _ range: Range<Int>) -> Bool {
    let bytes = source[range]
    for mark in ["</h\(level)>", "</H\(level)>"] {
      let wanted = Array(mark.utf8)
      guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
        continue
      }
      let rest = Blanks.trimmed(start + wanted.count..<range.upperBound, in: source)
      return rest.isEmpty
        || source[rest.lowerBound] == UInt8(ascii: "<")
          && source[rest.upperBound - 1] == UInt8(ascii: ">")
    }
    return false
  }

  /// `===` or `---` and nothing else.
  func isSetextUnderline(_ content: Range<Int>) -> Bool {
    let byte = source[content.lowerBound]
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-"), content.count >= 2 else {
      return false
    }
    return runEnd(of: byte, content) == content.upperBound
  }

  /// Whether `---` below a line means a heading rather than a rule: the line is short, and no date,
  /// no field (报：…) and no sentence.
  func mayBeUnderlined(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    guard range.count <= 120 else { return false }
    let last = String(decoding: text[range], as: UTF8.self)
    guard let end = last.unicodeScalars.last else { return false }
    return !last.unicodeScalars.contains { $0 == "：" || $0 == ":" }
      && !"。！？；，、…”）)日期".unicodeScalars.contains(end) && !("0"..."9").contains(end)
  }

  /// Whether the line defines the target of links: `[label]: address`.
  func isLinkDefinition(_ content: Range<Int>) -> Bool {
    guard source[content.lowerBound] == UInt8(ascii: "[") else { return false }
    guard let close = source[content].prefix(80).firstIndex(of: UInt8(ascii: "]")),
      close + 2 < content.upperBound, source[close + 1] == UInt8(ascii: ":")
    else { return false }
    let target = Blanks.trimmed(close + 2..<content.upperBound, in: source)
    return source[target].starts(with: "http".utf8) || source[target].starts(with: "<http".utf8)
  }

  /// Whether the line begins with two blanks, a tab or an ideographic space.
  func isIndented(_ line: Range<Int>) -> Bool {
    let bytes = source[line]
    return bytes.starts(with: "  ".utf8) || bytes.starts(with: "\t".utf8)
      || bytes.starts(with: "\u{3000}".utf8) || bytes.starts(with: "\u{A0}\u{A0}".utf8)
  }

  /// Whether `**` is at both ends of the line and nowhere between.
  func isBold(_ content: Range<Int>) -> Bool {
    guard content.count > 4, content.count <= ReadFile.shortByteCount else { return false }
    let bytes = source[content]
    guard bytes.starts(with: "**".utf8), bytes.suffix(2).elementsEqual("**".utf8) else {
      return false
    }
    let inner = bytes.dropFirst(2).dropLast(2)
    return !zip(inner, inner.dropFirst()).contains { $0 == 0x2A && $1 == 0x2A }
  }

  /// Whether the line is one image or a row of images, and nothing else.
  func isOnlyImage(_ content: Range<Int>) -> Bool {
    let bytes = source[content]
    return bytes.starts(with: "![".utf8) && bytes.last == UInt8(ascii: ")")
      || bytes.starts(with: "[![".utf8) && bytes.last == UInt8(ascii: ")")
      || bytes.starts(with: "<img".utf8) && bytes.last == UInt8(ascii: ">")
  }

  func runEnd(of byte: UInt8, _ content: Range<Int>) -> Int {
    var end = content.lowerBound
    while end < content.upperBound, source[end] == byte { end += 1 }
    return end
  }
}
