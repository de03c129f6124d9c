/// What a page carries besides its text: page numbers and form feeds.
enum PageFurniture {
  /// Whether the whole line is a page number with its marks: `— 3 —`, `- 3 -`, `第 3 页 共 12 页`.
  ///
  /// A number without marks is none: it may be a cell of a table or an answer.
  static func matches(_ line: Substring) -> Bool {
    guard line.utf8.count <= maximumByteCount else { return false }
    let trimmed = line.trimmed
    if trimmed.isEmpty { return line.utf8.contains(formFeed) }
    var scanner = LineScanner(trimmed)
    return scanner.takePageOfPages() && scanner.isAtEnd || isBetweenDashes(trimmed)
  }

  private static let maximumByteCount = 60
  private static let formFeed: UInt8 = 0x0C

  private static func isBetweenDashes(_ line: Substring) -> Bool {
    var scanner = LineScanner(line)
    let before = scanner.take(while: isDash)
    scanner.skipBlanks()
    guard !before.isEmpty, let page = scanner.takeNumeral(), page < 10_000 else {
      guard !before.isEmpty, scanner.takePageOfPages() else { return false }
      scanner.skipBlanks()
      return !scanner.take(while: isDash).isEmpty && scanner.isAtEnd
    }
    scanner.skipBlanks()
    if scanner.take("/") {
      scanner.skipBlanks()
      guard scanner.takeNumeral() != nil else { return false }
      scanner.skipBlanks()
    }
    return !scanner.take(while: isDash).isEmpty && scanner.isAtEnd
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}"..."\u{2015}", "\u{2500}", "\u{2501}", "\u{30FC}", "~", "·", "•": true
    default: false
    }
  }
}

extension LineScanner {
  /// Takes 第3页, 第 3 页 共 12 页, 第3页/共12页 or Page 3 of 12.
  fileprivate mutating func takePageOfPages() -> Bool {
    if take(word: "Page") || take(word: "page") || take(word: "PAGE") {
      skipBlanks()
      guard takeNumeral() != nil else { return false }
      skipBlanks()
      guard take(word: "of") || take("/") else { return true }
      skipBlanks()
      return takeNumeral() != nil
    }
    guard takePages(after: "第") else { return false }
    skip { $0 == " " || $0 == "/" || $0 == "," || $0 == "|" || $0 == "(" }
    guard !isAtEnd else { return true }
    guard takePages(after: "共") else { return false }
    _ = take(")")
    return true
  }

  private mutating func takePages(after word: Unicode.Scalar) -> Bool {
    guard take(word) else { return false }
    skipBlanks()
    guard takeNumeral() != nil else { return false }
    skipBlanks()
    return take("页")
  }
}
