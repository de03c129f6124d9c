/// Reads a file that is nothing but a list of headlines: each item has a time before it or a link
/// behind it, `- 2025-03-12 09:30 题目 [详情](url)`, and is an entry.
///
/// Takes time linear in the size of the file.
enum HeadlineList {
  /// A list of one item is a remark.
  private static let fewestItems = 2

  /// The items as articles; nil if the file has other text, or if its items are no headlines.
  static func outline(of marked: MarkedFile) -> Outline? {
    let lines = marked.roles.indices.filter { marked.isOpen($0) }
    guard let first = lines.first, isItem(first, in: marked.file),
      lines.allSatisfy({ marked.roles[$0] == .list || marked.roles[$0] == .image })
    else { return nil }
    let starts = lines.filter { isItem($0, in: marked.file) }
    let headlines = starts.map { headline(of: $0, in: marked.file) }
    // One in ten may lack both time and link.
    let count = headlines.count { $0 != nil }
    guard count >= fewestItems, count * 10 >= starts.count * 9 else { return nil }
    var outline = Outline()
    for (start, headline) in zip(starts, headlines) {
      outline.close(before: start)
      let title =
        headline.map { BorrowedTitle(text: $0, line: start) }
        ?? OpeningWords.title(of: start, in: marked.file)
      outline.open(ArticleDraft(titleLines: [], title: title, body: start..<start))
    }
    outline.close(before: marked.count)
    return outline
  }

  /// Whether a line begins an item of the outer list.
  private static func isItem(_ line: Int, in file: ReadFile) -> Bool {
    guard file.lines[line].kind == .listItem, let first = file.source[file.lines[line].bytes].first
    else { return false }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+")
  }

  /// What stands between the time and the link; nil if an item has neither, or nothing between them.
  private static func headline(of line: Int, in file: ReadFile) -> String? {
    let text = file.lines[line].text
    let end = linkStart(line, in: file) ?? text.upperBound
    guard end > text.lowerBound else { return nil }
    let whole = Substring(String(decoding: file.text[text.lowerBound..<end], as: UTF8.self)).trimmed
    let headline = withoutTime(whole)
    guard !headline.isEmpty, headline.utf8.count <= ReadFile.shortByteCount,
      end < text.upperBound || headline.utf8.count < whole.utf8.count
    else { return nil }
    return String(headline)
  }

  /// Where the text of a link begins with which a line ends.
  private static func linkStart(_ line: Int, in file: ReadFile) -> Int? {
    let bytes = file.lines[line].bytes
    guard let last = file.source[bytes].lastIndex(where: { $0 > 0x20 }),
      file.source[last] == UInt8(ascii: ")"),
      let bracket = file.source[bytes].lastIndex(of: UInt8(ascii: "[")),
      file.source[bracket..<last].contains(UInt8(ascii: "]")),
      let piece = file.pieces[file.lines[line].pieces].first(where: {
        $0.sourceOffset + $0.count > bracket
      })
    else { return nil }
    return piece.textOffset + max(0, bracket - piece.sourceOffset)
  }

  /// The text behind a date, a time, or both.
  private static func withoutTime(_ text: Substring) -> Substring {
    var rest = text
    for _ in 0..<2 {
      let word = rest.unicodeScalars.prefix { !LineFolding.isBlank($0) }
      guard isTime(word) else { break }
      rest = rest[word.endIndex...].trimmed
    }
    return rest
  }

  /// Digits with the signs of a date or a time between them: 2025-03-12, 3月12日, 9:30.
  private static func isTime(_ word: Substring.UnicodeScalarView) -> Bool {
    guard let first = word.first, ("0"..."9").contains(first) else { return false }
    let digits = word.count { ("0"..."9").contains($0) }
    return digits >= 2 && digits < word.count
      && word.allSatisfy { ("0"..."9").contains($0) || "-/:：年月日".unicodeScalars.contains($0) }
  }
}
