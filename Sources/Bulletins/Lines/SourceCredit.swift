/// Where a text was taken from: （来源：某报）.
///
/// Sources are no persons.
enum SourceCredit {
  /// The source that ends a paragraph in brackets, or that the paragraph is.
  static func trailing(in paragraph: Substring) -> (source: String, start: Substring.Index)? {
    if let (inner, start, _) = Byline.trailingBrackets(of: paragraph) {
      return source(in: inner, isBracketed: true).map { ($0, start) }
    }
    guard paragraph.utf8.count <= maximumByteCount else { return nil }
    let trimmed = paragraph.trimmed
    return source(in: trimmed, isBracketed: false).map { ($0, trimmed.startIndex) }
  }

  private static let maximumByteCount = 240
  private static let labels = [
    "信息来源", "资料来源", "文章来源", "稿件来源", "消息来源", "图片来源", "内容来源", "来源", "转载自",
    "转自", "摘自", "选自", "摘编自", "综合自",
  ]

  private static func source(in text: Substring, isBracketed: Bool) -> String? {
    var scanner = LineScanner(text)
    if scanner.take(oneOf: labels) != nil {
      scanner.skipBlanks()
      let hasColon = scanner.take(":")
      let name = scanner.remainder.trimmed
      // （摘自其文档） speaks of a document; （摘自《某报》） names one.
      guard !name.isEmpty, hasColon || isBracketed && name.hasPrefix("《") else { return nil }
      return String(name)
    }
    // （小红书 http…）: a name and an address.
    guard isBracketed, text.words.count == 2, let last = text.words.last,
      let name = text.words.first, name.unicodeScalars.allSatisfy(LineFolding.isHan),
      last.hasPrefix("http://") || last.hasPrefix("https://")
    else { return nil }
    return String(text)
  }
}
