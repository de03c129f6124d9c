/// Decides how two lines that follow each other are put together.
///
/// A page break cuts a paragraph in mid sentence and leaves blank lines, a rule, a page number or a
/// picture between the halves. A line break of the editor does the same without a blank line.
struct PageBreakRepair {
  enum Seam: Equatable {
    case paragraph
    /// The same paragraph goes on in the next line of the file.
    case wrap
    /// The same paragraph goes on behind a page break; so many bytes at the start of the second half
    /// are printed twice.
    case page(doubledByteCount: Int)
  }

  let file: ReadFile
  /// Whether the file shows that it was cut into pages; one that was born as Markdown has blank lines between its
  /// paragraphs, however they end.
  let hasPages: Bool
  /// Characters that both halves repeat and that were kept, with the line of the second half.
  private(set) var kept: [(characters: String, line: Int)] = []
  private var searchCount = 0

  init(_ file: ReadFile, hasPages: Bool) {
    self.file = file
    self.hasPages = hasPages && !file.hasLinks && !file.hasWholeParagraphs
  }

  mutating func seam(_ first: TextRun, _ second: TextRun) -> Seam {
    if file.hasWholeParagraphs { return .paragraph }
    if crossesPage(first, second) {
      return .page(doubledByteCount: doubledByteCount(first.text, second))
    }
    return isWrapped(first, second) ? .wrap : .paragraph
  }

  /// Whether the halves of one paragraph stand on two pages.
  func crossesPage(_ first: TextRun, _ second: TextRun) -> Bool {
    let before = file.lines[first.line]
    let after = file.lines[second.line]
    return hasPages && !isNextLine(first, second) && before.kind == .text
      && after.kind == .text && !before.isBold && !after.isBold && !after.isIndented
      && isUnfinished(first.text) && continues(second.text)
  }

  private func isWrapped(_ first: TextRun, _ second: TextRun) -> Bool {
    let before = file.lines[first.line]
    let after = file.lines[second.line]
    guard isNextLine(first, second), after.kind == .text, !before.isBold, !after.isBold,
      before.kind == .listItem || before.kind == .text && !after.isIndented
    else { return false }
    return isUnfinished(first.text) && continues(second.text)
      && !(isField(first.text) && isField(second.text))
  }

  /// Whether a line begins with a label: 值班室：1001.
  private func isField(_ range: Range<Int>) -> Bool {
    let label = file.text[range].prefix(Self.longestLabel).dropFirst()
    return Self.colons.contains { colon in
      label.indices.contains { label[$0...].starts(with: colon) }
    }
  }

  /// Eight characters and a colon.
  private static let longestLabel = 27
  private static let colons = ["：", ":"].map { Array($0.utf8) }

  private func isNextLine(_ first: TextRun, _ second: TextRun) -> Bool {
    second.line == first.line + 1
      && file.lines[second.line].numbers.lowerBound > file.lines[first.line].numbers.upperBound
  }

  /// Whether a blank belongs between two halves: not next to a Chinese character.
  func needsBlank(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard let last = file.text[first].last, let next = file.text[second].first else { return false }
    return last < 0x80 && next < 0x80
  }
}

// What the halves of a cut paragraph look like.
extension PageBreakRepair {
  /// A shorter line is a heading or a greeting unless it has a comma: less than a line of print.
  private static let shortestLine = 60
  /// How many bytes at the ends of a half are looked at.
  private static let searchedByteCount = 90

  private func isUnfinished(_ range: Range<Int>) -> Bool {
    // Most paragraphs end with 。 or an ASCII stop.
    guard !file.text[range].suffix(Self.stop.count).elementsEqual(Self.stop) else { return false }
    let tail = String(decoding: file.text[range].suffix(Self.searchedByteCount), as: UTF8.self)
    guard let last = tail.unicodeScalars.last, !Self.endsParagraph.contains(last) else {
      return false
    }
    if range.count <= Self.searchedByteCount * 2 {
      let text = String(decoding: file.text[range], as: UTF8.self)
      let isHeading = InnerHeading.level(of: text[...]) != nil && !text.contains("。")
      let hasClause = text.unicodeScalars.contains { Self.clauseMarks.contains($0) }
      if isHeading || range.count < Self.shortestLine && !hasClause { return false }
    }
    return !endsWithAddress(tail)
  }

  private static let stop = Array("。".utf8)
  private static let endsParagraph = Set("。！？…：；”’』」）】》〉〕］!?:;\"')]}.".unicodeScalars)
  private static let clauseMarks = Set("，、；。：,".unicodeScalars)

  /// A line that ends with a link or a mail address is complete.
  private func endsWithAddress(_ tail: String) -> Bool {
    let word = tail.unicodeScalars.reversed().prefix { (0x21...0x7E).contains($0.value) }
    return word.contains("/") && word.contains(":") || word.contains("@")
  }

  private func continues(_ range: Range<Int>) -> Bool {
    let bytes = file.text[range].prefix(Self.searchedByteCount)
    let head = String(decoding: bytes, as: UTF8.self)
    guard let first = head.unicodeScalars.first, !Self.beginsParagraph.contains(first),
      !Self.openings.contains(where: { head.hasPrefix($0) }),
      InnerHeading.level(of: head[...]) == nil
    else { return false }
    guard range.count <= Self.searchedByteCount else { return true }
    return Byline.trailing(in: head[...])?.start != head.startIndex
      && IssueDate.parse(head[...]) == nil && Byline.unitLine(head[...]) == nil
  }

  private static let beginsParagraph = Set("【〖◆■●★▲※§·•○□◇▪#|-*+>".unicodeScalars)
  private static let openings = [
    "注：", "图1", "图2", "表1", "表2", "附：", "附件", "编者按", "——", "来源：", "http",
  ]
}

// Characters printed on both pages.
extension PageBreakRepair {
  private static let mostDoubled = 4
  /// Every look for evidence reads the whole file, so their number is limited.
  private static let mostSearches = 32

  /// How many bytes both halves repeat although the text has them once.
  ///
  /// Evidence is needed that they belong there once: what the halves make without the repetition
  /// (the character before, the doubled ones, the two behind) occurs elsewhere in the file.
  private mutating func doubledByteCount(_ first: Range<Int>, _ second: TextRun) -> Int {
    for characters in stride(from: Self.mostDoubled, to: 0, by: -1) {
      guard let head = prefix(second.text, characters: characters), first.count > head.count,
        file.text[first].suffix(head.count).elementsEqual(file.text[head]),
        file.text[head].first ?? 0 >= 0x80
      else { continue }
      let line = file.lines[second.line].numbers.lowerBound
      guard occursOnce(first, head, second.text) else {
        kept.append((String(decoding: file.text[head], as: UTF8.self), line))
        return 0
      }
      return head.count
    }
    return 0
  }

  private mutating func occursOnce(
    _ first: Range<Int>, _ head: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    let undoubled = first.lowerBound..<first.upperBound - head.count
    guard searchCount < Self.mostSearches, let before = lastCharacter(undoubled),
      let behind = prefix(head.upperBound..<second.upperBound, characters: 2)
    else { return false }
    searchCount += 1
    let needle = Array(file.text[before]) + file.text[head] + file.text[behind]
    return contains(needle)
  }

  private func contains(_ needle: [UInt8]) -> Bool {
    let text = file.text
    let range = file.textRange
    var position = range.lowerBound
    while position + needle.count <= range.upperBound {
      if text[position] == needle[0],
        text[position..<position + needle.count].elementsEqual(needle)
      {
        return true
      }
      position += 1
    }
    return false
  }

  private func prefix(_ range: Range<Int>, characters: Int) -> Range<Int>? {
    var end = range.lowerBound
    for _ in 0..<characters {
      guard end < range.upperBound else { return nil }
      end += 1
      while end < range.upperBound, file.text[end] & 0xC0 == 0x80 { end += 1 }
    }
    return range.lowerBound..<end
  }

  private func lastCharacter(_ range: Range<Int>) -> Range<Int>? {
    var start = range.upperBound
    guard start > range.lowerBound else { return nil }
    repeat { start -= 1 } while start > range.lowerBound && file.text[start] & 0xC0 == 0x80
    return start..<range.upperBound
  }
}
